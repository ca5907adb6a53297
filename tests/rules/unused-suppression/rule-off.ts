//@ timestamp-milliseconds.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  // customerio-disable-next-line timestamp-milliseconds -- a comment about a rule that is off has no say
  await cio.identify(id, { created_at: Date.now() });
  await cio.track(id, { name: "signed_up" }); // customerio-disable-line
}
