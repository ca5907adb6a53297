// What one file hands over under a name that tells of Customer.io is what files use that do not import it.
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Context } from "hono";

export default async function routes(fastify: FastifyInstance) {
  fastify.post("/login/:id", async (request: any) => {
    await fastify.cio.identify(request.params.id, { last_login_at: Math.floor(Date.now() / 1000) });
    await request.server.cio.identify(request.params.id, { last_login_at: Math.floor(Date.now() / 1000) });
  });
}

export async function login(request: FastifyRequest, reply: any) {
  await request.server.cio.identify("1", { last_login_at: Math.floor(Date.now() / 1000) });
  reply.code(204);
}

export const expressHandler = async (req: any, res: any) => {
  await req.app.locals.customerio.identify(req.params.id, { last_login_at: Math.floor(Date.now() / 1000) });
  const { customerio } = req.app.locals;
  await customerio.identify(req.params.id, { last_login_at: Math.floor(Date.now() / 1000) });
  res.end();
};

export const resolvers = {
  login: async (_parent: any, { id }: any, { cioClient }: any) => {
    await cioClient.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
  },
};

export const hono = async (c: Context<any>) => {
  await c.get("cio").identify(c.req.param("id"), { last_login_at: Math.floor(Date.now() / 1000) });
  return c.json({});
};

// Not what is something else in one of the files, or goes by a name that tells nothing.
export const others = async (req: any, { cioMixer }: any) => {
  cioMixer.identify("1", { last_login_at: Date.now() });
  req.app.locals.cioMail.identify("1", { last_login_at: Date.now() });
  req.app.locals.people.identify("1", { last_login_at: Date.now() });
};
export function typed(deps: { cio: { identify(id: string, at: object): void } }, w: Window) {
  deps.cio.identify("1", { last_login_at: Date.now() });
  (w.cio as { identify(id: string, at: object): void }).identify("1", { last_login_at: Date.now() });
}
//- /src/app.ts
import express from "express";
import fp from "fastify-plugin";
import { TrackClient } from "customerio-node";
import { Mixer } from "./mixer";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const plugin = fp(async (fastify: any) => {
  fastify.decorate("cio", client);
});
const app = express();
app.locals.customerio = client;
app.locals.people = client;
app.locals.cioMail = new Mixer();
export const createContext = async () => ({ cioClient: client, cioMixer: new Mixer() });
export const middleware = async (c: any, next: any) => {
  c.set("cio", client);
  await next();
};
//- /src/mixer.ts
export class Mixer {
  identify(id: string, at: object) {
    return [id, at];
  }
}
//- /src/app.test.ts
const fake = { identify: async () => {} };
fastify.decorate("cio", fake);
app.locals.customerio = fake;
