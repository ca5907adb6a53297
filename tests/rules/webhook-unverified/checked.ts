// One thing in each route, or in its file, that may be a check.
import express from "express";
import { checked } from "./checked";

const app = express();

// What stands between is not known.
app.post("/webhooks/customerio", checked, (req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
// It looks at headers.
app.post("/webhooks/customerio/2", (req, res) => {
  if (req.headers["x-real-ip"] !== "10.0.0.1") return res.end();
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
app.post("/webhooks/customerio/3", (req, res) => {
  if (!req.get("x-forwarded-for")) return res.end();
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
// Somebody else gets all of the request.
app.post("/webhooks/customerio/4", (req, res) => {
  if (!checked(req)) return res.end();
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
app.post("/webhooks/customerio/5", ({ body, headers }, res) => {
  console.log(headers, body.object_type, body.metric);
  res.end();
});
app.post("/webhooks/customerio/6", ({ body, ...rest }, res) => {
  console.log(rest, body.object_type, body.metric);
  res.end();
});
app.post("/webhooks/customerio/7", wrapped((req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
}));
app.post("/webhooks/customerio/8", { preHandler: checked }, (req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
// Nothing else in the file is a check.
app.post("/webhooks/customerio/9", (req, res) => {
  //     ^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
// Another service's, and no webhook.
app.post("/webhooks/stripe", (req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
app.get("/customerio", (req, res) => {
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
declare function wrapped(handler: (req: any, res: any) => void): any;
//- /src/checked.ts
export const checked = (request: any) => request !== undefined;
//- /src/by-token.ts
import express from "express";

const app = express();
app.post("/webhooks/customerio", (req, res) => {
  if (req.query.token !== process.env.CIO_WEBHOOK_TOKEN) return res.end();
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
//- /src/refused.ts
import express from "express";

const app = express();
app.post("/webhooks/customerio", (req, res) => {
  if (req.query.key !== "a") return res.sendStatus(401);
  console.log(req.body.object_type, req.body.metric);
  res.end();
});
//- /src/fields.ts
import express from "express";

// The webhook of a campaign: what it holds is the project's own.
const app = express();
app.post("/webhooks/customerio", (req, res) => {
  console.log(req.body.metric, req.body.customer);
  res.end();
});
//- /src/app/api/customerio/route.ts
import { headers } from "next/headers";

export async function POST(request: Request) {
  const { object_type, metric } = await request.json();
  if ((await headers()).get("x-real-ip") !== "10.0.0.1") return new Response(null, { status: 204 });
  console.log(object_type, metric);
  return new Response(null, { status: 200 });
}
//- /src/app/api/other/route.ts
export async function POST(request: Request) {
  const { object_type, metric } = await request.json();
  console.log("customerio", object_type, metric);
  return new Response(null, { status: 200 });
}
