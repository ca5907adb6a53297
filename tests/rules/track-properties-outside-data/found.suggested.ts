import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, plan: string, properties: { total: number }) {
  await cio.track(id, { name: "order_completed", data: { total: 12, currency: "EUR" } });
  await cio.track(id, { name: "order_completed", data: { plan } });
  await cio.track(id, { name: "order_completed", data: { total: 12 } });
  await cio.track(id, { name: "order_completed", total: 12, data: { currency: "EUR" } });
  await cio.track(id, { plan, name: "order_completed", total: 12 });
  await cio.trackAnonymous("a1", { name: "order_completed", data: { total: properties.total } });
  await cio.track(id, { name: "order_completed", timestamp: Math.floor(Date.now() / 1000) });
  const event = { name: "order_completed", plan };
  await cio.track(id, event);
}
