import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, total: number, d: Date, given: any) {
  await cio.track(id, { name: "order_completed", data: { timestamp: Date.now() } });
  //                                                     ^^^^^^^^^ hint[track-properties-outside-data]: Customer.io dates the event by its arrival; it is also in milliseconds
  await cio.track(id, { name: "order_completed", data: { timestamp: new Date(), total } });
  //                                                     ^^^^^^^^^ hint[track-properties-outside-data]: a `timestamp` inside `data` does not date the event
  await cio.track(id, { name: "order_completed", data: { total, timestamp: d.getTime() } });
  //                                                            ^^^^^^^^^ hint[track-properties-outside-data]
  await cio.trackAnonymous(id, {
    name: "order_completed",
    data: {
      total,
      timestamp: Math.floor(Date.now() / 1000),
  //  ^^^^^^^^^ hint[track-properties-outside-data]
      currency: "EUR",
    },
  });
  const timestamp = Math.floor(Date.now() / 1000);
  await cio.track(id, { name: "order_completed", data: { timestamp, total } });
  //                                                     ^^^^^^^^^ hint[track-properties-outside-data]
  // What is beside `name` dates the event already; the other one is only in the wrong unit.
  await cio.track(id, { name: "order_completed", timestamp, data: { timestamp: Date.now() } });
  //                                                                           ^^^^^^^^^^ hint[timestamp-milliseconds]
  await cio.track(id, { name: "order_completed", data: { timestamp: given } });
  await cio.track(id, { name: "order_completed", ...given, data: { total } });
}
