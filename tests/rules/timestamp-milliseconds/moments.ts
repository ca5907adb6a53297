import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, when: number, start: number) {
  await cio.track(id, { name: "order_completed", data: { ts: Date.now() } });
  //                                                         ^^^^^^^^^^ hint[timestamp-milliseconds]
  await cio.track(id, { name: "order_completed", data: { when: Date.now() } });
  //                                                           ^^^^^^^^^^ hint[timestamp-milliseconds]
  await cio.track(id, { name: "order_completed", data: { at: new Date().getTime() } });
  //                                                         ^^^^^^^^^^^^^^^^^^^^ hint[timestamp-milliseconds]
  await cio.track(id, { name: "order_completed", data: { time: Date.now() } });
  //                                                           ^^^^^^^^^^ hint[timestamp-milliseconds]
  await cio.track(id, { name: "order_completed", data: { date: Date.now() } });
  //                                                           ^^^^^^^^^^ hint[timestamp-milliseconds]
  await cio.track(id, { name: "order_completed", data: { time: new Date() } });
  //                                                           ^^^^^^^^^^ hint[timestamp-not-unix]
  await cio.track(id, { name: "order_completed", data: { when: when, time: 42, at: Date.now() - start } });
  await cio.track(id, { name: "order_completed", data: { ts: Math.floor(Date.now() / 1000), nonce: Date.now() } });
  await cio.identify(id, { ts: Date.now() });
  //                           ^^^^^^^^^^ info[timestamp-milliseconds]
}
