//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, done: () => void) {
  await cio.identify(id, { plan: "pro" });
  await cio.destroy(id);
  await cio.identify(id, { plan: "pro" }, () => console.log("done"));
}
