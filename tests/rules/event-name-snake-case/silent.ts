//@ dynamic-event-name.severity = off
import { Analytics } from "@segment/analytics-node";
import { PipelinesClient, TrackClient } from "customerio-node";
import { EventEmitter } from "node:events";

const segment = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });
const cdp = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const jobs = new EventEmitter();

export async function run(id: string, event: { name: string }, path: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "signup" });
  await cio.track(id, { name: "step_2_done", data: { name: "Not An Event" } });
  await cio.track(id, { name: "order.placed" });
  await cio.track(id, { name: "user:created" });
  await cio.track(id, { name: "購入" });
  await cio.track(id, { name: "/Pricing/Teams", type: "page" });
  await cio.track(id, { name: "https://shop.example/Pricing", type: "page" });
  await cio.track(id, { name: "Home Screen", type: "screen" });
  await cio.trackPageView(id, "/Pricing");
  await cio.trackPageView(id, "Pricing Page");
  await cio.track(id, { name: event.name });
  await cio.track(id, { name: `Viewed ${path}` });
  await cio.track(id, { name: "Viewed " + path });
  await cdp.track({ userId: id, event: "Order Placed" });
  segment.track({ userId: id, event: "Signed Up" });
  jobs.emit("SignedUp", { name: "SignedUp" });
  await cio.identify(id, { name: "Jane Doe", plan: "FreeTrial" });
}
