import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, when: number, start: number) {
  await cio.track(id, { name: "order_completed", data: { ts: Math.floor(Date.now() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { when: Math.floor(Date.now() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { at: Math.floor(new Date().getTime() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { time: Math.floor(Date.now() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { date: Math.floor(Date.now() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { time: Math.floor(Date.now() / 1000) } });
  await cio.track(id, { name: "order_completed", data: { when: when, time: 42, at: Date.now() - start } });
  await cio.track(id, { name: "order_completed", data: { ts: Math.floor(Date.now() / 1000), nonce: Date.now() } });
  await cio.identify(id, { ts: Math.floor(Date.now() / 1000) });
}
