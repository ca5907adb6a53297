import { verifyRequestSignature } from "customerio-node";

const signingSecret = process.env.CUSTOMERIO_WEBHOOK_SECRET!;

export function receive(req: any, res: any) {
  const [timestamp, signature] = [req.headers["x-cio-timestamp"], req.headers["x-cio-signature"]];
  if (!verifyRequestSignature({ signingSecret, timestamp, signature, body: req.rawBody })) return res.sendStatus(401);
  const event = JSON.parse(req.rawBody);
  switch (event.metric) {
    case "unsubscribe":
    //   ^^^^^^^^^^^^^ warning[webhook-payload-shape]: Customer.io's webhooks never contain `unsubscribe`: this comparison is always false
    case "spam":
    //   ^^^^^^ warning[webhook-payload-shape]: never contain `spam`
    case "Bounced":
    //   ^^^^^^^^^ warning[webhook-payload-shape]: never contain `Bounced`
      return forget(event.customer_id);
      //            ^^^^^^^^^^^^^^^^^ warning[webhook-payload-shape]: have no `customer_id` beside `data`
  }
  if (event.object_type === "Email") forget(event.data.customer_id);
  //                        ^^^^^^^ warning[webhook-payload-shape]: `object_type` is never `Email`: this comparison is always false
  const { metric, object_type } = event;
  if (object_type !== "user" && metric === "open") forget(event.data.recipient);
  //                  ^^^^^^ warning[webhook-payload-shape]: `object_type` is never `user`: this comparison is always true
  //                                       ^^^^^^ warning[webhook-payload-shape]: never contain `open`: this comparison is always false
  if (["click", "opened"].includes(event.metric)) forget(event.data.identifiers.id);
  //   ^^^^^^^ warning[webhook-payload-shape]: never contain `click`
  const { recipient } = JSON.parse(req.rawBody);
  //      ^^^^^^^^^ warning[webhook-payload-shape]: have no `recipient` beside `data`
  forget(recipient);
  // Right, or nothing that is known.
  if (["clicked", "human_opened", "drafted", "failed"].includes(metric)) forget(event.data.delivery_id);
  if (object_type === "customer" || object_type === "whatsapp" || object_type === "something") forget(event.event_id);
  if (event.data.action === "unsubscribe" || event.data.type === "Email" || event.data.kind === "open") forget("");
  const { data } = event;
  const { customer_id, campaign_id } = data;
  forget(customer_id + campaign_id);
  res.sendStatus(200);
}
function forget(id: string) {
  console.log(id);
}
