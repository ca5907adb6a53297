import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, total: number, d: Date, given: any) {
  await cio.track(id, { name: "order_completed", timestamp: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "order_completed", timestamp: Math.floor(Date.now() / 1000), data: { total } });
  await cio.track(id, { name: "order_completed", timestamp: Math.floor(d.getTime() / 1000), data: { total } });
  await cio.trackAnonymous(id, {
    name: "order_completed", timestamp: Math.floor(Date.now() / 1000),
    data: {
      total,
      currency: "EUR",
    },
  });
  const timestamp = Math.floor(Date.now() / 1000);
  await cio.track(id, { name: "order_completed", timestamp, data: { total } });
  // What is beside `name` dates the event already; the other one is only in the wrong unit.
  await cio.track(id, { name: "order_completed", timestamp, data: { timestamp: Math.floor(Date.now() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { timestamp: given } });
  await cio.track(id, { name: "order_completed", ...given, data: { total } });
}
