//@ sdk = 4.5.1
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(operations: object[]) {
  if (typeof cio.batch === "function") await cio.batch(operations);
}
