//@ event-name-whitespace.severity = off
//@ dynamic-event-name.severity = off
//@ event-name-snake-case.severity = off
import { PipelinesClient, TrackClient } from "customerio-node";
import { analytics } from "./segment";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function all(id: string, path: string, plan: string) {
  // Different words, however near.
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "signed_out" });
  await cio.track(id, { name: "sign_up" });
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "orders_placed" });
  await cio.track(id, { name: "step_1_2" });
  await cio.track(id, { name: "step_12" });
  // What comes with a namespace often comes from elsewhere as it is.
  await cio.track(id, { name: "order.placed" });
  await cio.track(id, { name: "order:placed" });
  // Customer.io trims names.
  await cio.track(id, { name: " signed_up " });
  // Pages, paths, placeholders, computed names.
  await cio.track(id, { name: "SignedUp", type: "page" });
  await cio.track(id, { name: "Signed Up", type: path });
  await cio.trackPageView(id, "SignedUp");
  await cio.track(id, { name: "/signed-up" });
  await cio.track(id, { name: "/SignedUp" });
  await cio.track(id, { name: `Signed ${plan}` });
  await cio.track(id, { name: `signed_${plan}` });
  // Another event, and another SDK.
  await cdp.track({ userId: id, event: "Trial Ended" });
  analytics.track({ userId: id, event: "Order Placed", name: "SignedUp" });
}
//- /src/segment.ts
import { Analytics } from "@segment/analytics-node";

export const analytics = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });

export function track(name: string) {
  analytics.track({ userId: "1", event: name });
}
track("OrderPlaced");
