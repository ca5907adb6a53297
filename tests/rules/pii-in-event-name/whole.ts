import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, user: { email: string; name: string }, displayName: string, name: string) {
  await cio.track(id, { name: user.email });
  //                          ^^^^^^^^^^ warning[pii-in-event-name]
  await cio.track(id, { name: user.name });
  //                          ^^^^^^^^^ warning[pii-in-event-name]
  await cio.track(id, { name: user.email.toLowerCase() });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
  await cio.track(id, { name: displayName });
  await cio.track(id, { name });
}
