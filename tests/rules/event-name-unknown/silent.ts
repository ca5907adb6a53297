//@ customerio.json = { "account": { "events": ["signed_up", "Order Placed"] } }
import { PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function shop(id: string, name: string, step: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name });
  await cio.track(id, { name: process.env.EVENT_NAME! });
  await cio.track(id, { name: "https://shop.example/pricing", type: "page" });
  await cio.track(id, { name: "/pricing" });
  await cio.track(id, { name: "{{event}}" });
  await cio.track(id, { name: step === "1" ? "signed_up" : name });
  await pipelines.track({ userId: id, event: "Sign Up" });
}
