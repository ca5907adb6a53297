//@ timestamp-milliseconds.severity = error
// What proves less stays lower.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Date.now(), last_login_at: Date.now() });
//                                     ^^^^^^^^^^ error[timestamp-milliseconds]
//                                                                ^^^^^^^^^^ warning[timestamp-milliseconds]
  await cio.track(id, { name: "signed_up", data: { ordered_at: Date.now() } });
//                                                             ^^^^^^^^^^ hint[timestamp-milliseconds]
}
