import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const kinds = ["order", "placed"];

export async function placed(id: string, orderId: string, parts: string[]) {
  await cio.track(id, { name: "order", data: { order_id: orderId } });
  await cio.track(id, { name: `order_${[orderId, "placed"].join("_")}` });
  await cio.track(id, { name: ["order", "placed"].join("_") });
  await cio.track(id, { name: kinds.join("_") });
  await cio.track(id, { name: parts.join("_") });
  await cio.track(id, { name: "order_placed", data: { path: ["orders", orderId].join("/") } });
}
