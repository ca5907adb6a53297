import express from "express";
import { Hono } from "hono";

const app = express();
const hono = new Hono();
const asyncHandler = (handler: any) => handler;

app.post("/webhooks/customerio", express.json(), async (req, res) => {
  //     ^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]: this webhook route never checks the signature
  const { metric, object_type, data } = req.body;
  await store(object_type, metric, data.delivery_id);
  res.sendStatus(200);
});
app.post("/hooks/customer.io/events", asyncHandler(async ({ body }: any, res: any) => {
  //     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[webhook-unverified]
  await store(body.object_type, body.metric, body.data.delivery_id);
  res.end();
}));
hono.post("/customer-io", async (c) => {
  //      ^^^^^^^^^^^^^^ warning[webhook-unverified]
  const event = await c.req.json();
  await store(event.object_type, event.metric, event.data.delivery_id);
  return c.json({ ok: true });
});
app.post("/customerio", receive);
//       ^^^^^^^^^^^^^ warning[webhook-unverified]
function receive(req: any, res: any) {
  req.log.info("came");
  store(req.body.object_type, req.body.metric, req.body.data.delivery_id).then(() => res.end());
}

async function store(kind: string, metric: string, id: string) {
  console.log(kind, metric, id);
}
//- /src/app/api/customerio/route.ts
export async function POST(request: Request) {
  //                  ^^^^ warning[webhook-unverified]
  const { object_type, metric } = await request.json();
  console.log(object_type, metric);
  return new Response(null, { status: 200 });
}
//- /src/pages/api/hooks/customerio.ts
export default async function handler(req: any, res: any) {
  //                          ^^^^^^^ warning[webhook-unverified]
  const { object_type, metric } = req.body;
  console.log(object_type, metric);
  res.status(200).end();
}
//- /src/pages/api/hooks/customerio/other.ts
export default (req: any, res: any) => {
  //           ^^^^^^ warning[webhook-unverified]
  console.log(req.body.object_type, req.body.metric);
  res.status(200).end();
};
//- /src/routes/hooks/customerio/+server.ts
export const POST = async ({ request, params }) => {
  //         ^^^^ warning[webhook-unverified]
  const event = await request.json();
  console.log(params.region, event.object_type, event.metric);
  return new Response();
};
