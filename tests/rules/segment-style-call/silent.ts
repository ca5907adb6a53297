import { PipelinesClient } from "customerio-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function silent(id: string, payload: any, analytics: any, args: [string]) {
  await cio.identify(id, { userId: id, traits: {} });
  await cio.track(id, { name: "order_completed", data: { event: "x" } });
  await cio.identify(payload);
  await cio.identify(...args);
  await cdp.identify({ userId: id, traits: {} });
  // Segment itself.
  await analytics.track({ userId: id, event: "Order Completed" });
}
