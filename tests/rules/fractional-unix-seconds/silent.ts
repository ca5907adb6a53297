import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, started: number, total: number) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: (Date.now() / 1000) | 0 });
  await cio.identify(id, { created_at: (Date.now() / 1000) >>> 0 });
  await cio.identify(id, { created_at: Math.round(Date.now() / 1000) });
  await cio.identify(id, { session_seconds: (Date.now() - started) / 1000 });
  await cio.identify(id, { revenue: total / 1000 });
  await cio.track(id, { name: "order_placed", data: { ordered_at: Date.now() / 1000, took: total / 1000 } });
}
