//@ identify-before-track.severity = off
// Calls stay in their order, and comments where they are, unless asked.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

export async function track(id: string) {
  await cio.track({ event: "signed_up", userId: id });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
  await cio.track({ event: save("signed_up"), userId: save(id) });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
  await cio.track({ userId: id, /* why */ event: "signed_up" });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
}
