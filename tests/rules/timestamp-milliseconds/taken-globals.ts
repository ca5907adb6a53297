// A fix writes no name of a global by which the file means something else; what stands there already it may keep.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function now(id: string, Math: { floor(of: number): string }) {
  await cio.identify(id, { created_at: Date.now() });
//                                     ^^^^^^^^^^ error[timestamp-milliseconds]
  return Math.floor(1);
}
