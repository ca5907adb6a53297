//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.batch([]);
//              ^^ error[batch-empty]: this list is empty: `batch` throws "operations is required"
await cio.entity({});
//               ^^ error[batch-empty]: this object is empty: `entity` throws "operation is required"
await cio.addCustomersToSegment(7, []);
//                                 ^^ error[batch-empty]: this list is empty: `addCustomersToSegment` throws "customerIds is required"
export async function used() {
  return cio.batch([]);
//                 ^^ error[batch-empty]
}
