//@ timestamp-milliseconds.severity = info
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Date.now(), last_login_at: Date.now() });
//                                     ^^^^^^^^^^ info[timestamp-milliseconds]
//                                                                ^^^^^^^^^^ info[timestamp-milliseconds]
  await cio.track(id, { name: "signed_up", data: { ordered_at: Date.now() } });
//                                                             ^^^^^^^^^^ hint[timestamp-milliseconds]
}
