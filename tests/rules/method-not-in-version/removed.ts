//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(ids: string[]) {
  await cio.addToSegment(7, ids);
  //        ^^^^^^^^^^^^ error[method-not-in-version]: 0.5 to 0.7
  await cio.triggerBroadcast(7, {}, { ids });
  //        ^^^^^^^^^^^^^^^^ error[method-not-in-version]: TrackClient has no `triggerBroadcast` in customerio-node 5.2.0 (0.3 to 1.1)
}
