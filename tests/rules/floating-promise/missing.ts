//@ sdk = 4.5.1
// What the version has not is told once.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function many(operations: object[]) {
  cio.batch(operations);
//    ^^^^^ error[method-not-in-version]: TrackClient has no `batch` in customerio-node 4.5.1 (since 5.0)
  try {
    return cio.batch(operations);
//             ^^^^^ error[method-not-in-version]: TrackClient has no `batch` in customerio-node 4.5.1 (since 5.0)
  } catch (error) {
    console.error(error);
  }
}
