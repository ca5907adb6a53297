import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, recipient: string) {
  await cio.track(id, { name: "gift_sent", data: { recipient, value: 10 } });
  //                                               ^^^^^^^^^ info[reserved-event-data-key]: go to it instead of the person
  await cio.trackAnonymous("7", { name: "asked", data: { reply_to: "a@example.com", from_address: "b@example.com" } });
  //                                                     ^^^^^^^^ info[reserved-event-data-key]: answers
  //                                                                                ^^^^^^^^^^^^ info[reserved-event-data-key]: come from it
}
