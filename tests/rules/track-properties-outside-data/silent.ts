import { PipelinesClient } from "customerio-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function silent(id: string, event: any, data: object) {
  await cio.track(id, { name: "order_completed", data });
  await cio.track(id, { name: "order_completed", data: { properties: { total: 12 } }, id: "01HB4HBDKTFWYZCK01DMRSWRFD" });
  await cio.track(id, { name: "/home", type: "page", timestamp: 1704067200, data });
  await cio.track(id, { name: "order_completed", ...event });
  await cio.track(id, event);
  await cio.track(id, { name: "order_completed", properties: undefined, data });
  await cio.track(id, { name: "order_completed", timestamp: 1704067200, data: { timestamp: 1704067200 } });
  await cio.trackAnonymous("a1", { name: "order_completed", anonymous_id: "a1", data });
  await cio.identify(id, { name: "Ada", plan: "pro" });
  await cdp.track({ userId: id, event: "Trial Ended", properties: {} });
}
