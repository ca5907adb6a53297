//@ customerio.json = { "account": { "messages": [{ "id": 1 }] } }
// Without a list of events nothing is known of them.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shop(id: string) {
  await cio.track(id, { name: "anything_at_all" });
}
