import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, recipient: string) {
  await cio.track(id, { name: "gift_sent", data: { recipient, value: 10 } });
  //                                               ^^^^^^^^^ info[reserved-event-data-key]: messages that this event triggers go to this address instead of the person
  await cio.trackAnonymous("7", { name: "asked", data: { reply_to: "a@example.com", from_address: "b@example.com" } });
  //                                                     ^^^^^^^^ info[reserved-event-data-key]: `reply_to` is a reserved key in an event's `data`
  //                                                                                ^^^^^^^^^^^^ info[reserved-event-data-key]: `from_address` is a reserved key in an event's `data`
}
