//@ identify-before-track.severity = off
// Calls stay in their order, and comments where they are, unless asked.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

export async function track(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(save(id), { name: save("signed_up") });
  await cio.track(id, { name: "signed_up" });
}
