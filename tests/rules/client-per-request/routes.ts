// What answers requests, by what it is.
import { APIClient, TrackClient } from "customerio-node";
import middy from "@middy/core";
import { Hono } from "hono";
import { makeApi, sharedApi } from "./clients";

export const signUp = async (req: any, res: any) => {
  const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new TrackClient is created for every request: one instance can be reused for the whole program
  await cio.identify(String(req.body.id), { plan: "free" });
  res.end();
};
exports.handler = async (event: any) => {
  await new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!).destroy(event.id);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new TrackClient is created for every request: one instance can be reused for the whole program
};
export const handler = middy(async (event: any) => {
  await new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!).destroy(event.id);
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new TrackClient is created for every request: one instance can be reused for the whole program
});
const hono = new Hono();
hono.post("/users", async (c) => {
  const api = makeApi();
//            ^^^^^^^^^ hint[client-per-request]: `makeApi` creates a new APIClient for every request: one instance can be reused for the whole program
  await Promise.all([1, 2].map(async (id) => new APIClient(process.env.CIO_APP_KEY!).getCampaign(id)));
//                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new APIClient is created in each iteration of a loop: one instance can be reused for the whole program
  return c.json(await api.listCampaigns());
});
hono.get("/users", async (c) => c.json(await sharedApi().listCampaigns()));
export default {
  async fetch(request: Request) {
    const api = new APIClient(process.env.CIO_APP_KEY!);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new APIClient is created for every request: one instance can be reused for the whole program
    await api.getCustomersByEmail(await request.text());
    return new Response();
  },
};
// Called by the program itself.
const own = async (event: any) => {
  const api = new APIClient(process.env.CIO_APP_KEY!);
  await api.getCampaign(event.id);
};
await own({ id: 7 });
export async function loader() {
  const api = new APIClient(process.env.CIO_APP_KEY!);
  return api.listCampaigns();
}
// The key is known with the request.
export const worker = {
  async fetch(request: Request, env: { CIO_APP_KEY: string }) {
    const api = new APIClient(env.CIO_APP_KEY);
    return Response.json(await api.getCustomersByEmail(await request.text()));
  },
};
//- /src/clients.ts
import { APIClient } from "customerio-node";

export function makeApi() {
  return new APIClient(process.env.CIO_APP_KEY!);
}
let shared: APIClient | undefined;
export function sharedApi() {
  shared ??= new APIClient(process.env.CIO_APP_KEY!);
  return shared;
}
//- /src/pages/api/users.ts
import { APIClient } from "customerio-node";

export default async function users(request: Request) {
  const api = new APIClient(process.env.CIO_APP_KEY!);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new APIClient is created for every request: one instance can be reused for the whole program
  return api.getCustomersByEmail(await request.text());
}
//- /src/routes/campaigns.tsx
import { APIClient } from "customerio-node";

export async function loader() {
  const api = new APIClient(process.env.CIO_APP_KEY!);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new APIClient is created for every request: one instance can be reused for the whole program
  return api.listCampaigns();
}
//- /src/actions.ts
"use server";
import { APIClient } from "customerio-node";

export async function campaigns() {
  const api = new APIClient(process.env.CIO_APP_KEY!);
//            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[client-per-request]: a new APIClient is created for every request: one instance can be reused for the whole program
  return api.listCampaigns();
}
//- /src/jobs.ts
import { APIClient } from "customerio-node";

export default async function job() {
  const api = new APIClient(process.env.CIO_APP_KEY!);
  return api.listCampaigns();
}
