//@ customerio.json = { "account": { "events": ["signed_up", "order_placed", "Cart Viewed", "plan_changed", "plan_change", "step_1"] } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const ORDERED = "order_placed";

export async function shop(id: string, isTrial: boolean) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: ORDERED });
  await cio.trackAnonymous("a-1", { name: "Cart Viewed" });
  await cio.track(id, { name: isTrial ? "signed_up" : "signed_up" });
  await cio.track(id, { name: "plan_changes" });
  await cio.batch([
    { type: "person", action: "event", identifiers: { id }, name: "order_placed" },
  ]);
}
