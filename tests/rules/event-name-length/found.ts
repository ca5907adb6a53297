import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const LONG = "nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn";

export async function all(id: string) {
  await cio.track(id, { name: LONG });
  //                          ^^^^ warning[event-name-length]: an event's name is 101 bytes long
  await cio.batch([{ type: "person", action: "event", identifiers: { id }, name: LONG }]);
  //                                                                             ^^^^ warning[event-name-length]
}
