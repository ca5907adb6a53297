import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, plan: string, properties: { total: number }) {
  await cio.track(id, { name: "order_completed", total: 12, currency: "EUR" });
//                                               ^^^^^ warning[track-properties-outside-data]: `total`, `currency` are outside the event's `data`
  await cio.track(id, { name: "order_completed", plan });
//                                               ^^^^ warning[track-properties-outside-data]: `plan` is outside the event's `data`
  await cio.track(id, { name: "order_completed", properties: { total: 12 } });
//                                               ^^^^^^^^^^ warning[track-properties-outside-data]: `properties` is outside the event's `data`
  await cio.track(id, { name: "order_completed", total: 12, data: { currency: "EUR" } });
//                                               ^^^^^ warning[track-properties-outside-data]: `total` is outside the event's `data`
  await cio.track(id, { plan, name: "order_completed", total: 12 });
//                      ^^^^ warning[track-properties-outside-data]: `plan`, `total` are outside the event's `data`
  await cio.trackAnonymous("a1", { name: "order_completed", properties: { total: properties.total } });
//                                                          ^^^^^^^^^^ warning[track-properties-outside-data]: `properties` is outside the event's `data`
  await cio.track(id, { name: "order_completed", data: { timestamp: Math.floor(Date.now() / 1000) } });
//                                                       ^^^^^^^^^ hint[track-properties-outside-data]: a `timestamp` inside `data` does not date the event
  const event = { name: "order_completed", plan };
  await cio.track(id, event);
//                    ^^^^^ warning[track-properties-outside-data]: `plan` is outside the event's `data`
}
