// A name that Customer.io keeps to itself is told by `reserved-attribute` alone.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function reserved(id: string, email: string) {
  await cio.identify(id, { email, plan: "pro" });
  await cio.identify(id, { email, plan: "pro" });
}
