// A copy of the SDK in the repository, changed to take milliseconds.
import { TrackClient } from "../customerio-node";
import type { TrackClient as Typed } from "customerio-node-fork";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, other: Typed) {
  await cio.identify(id, { created_at: Date.now() });
  await other.identify(id, { created_at: Date.now() });
}
