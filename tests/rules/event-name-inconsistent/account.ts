//@ customerio.json = { "account": { "events": ["SignedUp", "user_*"] } }
// What the account has is right, whatever the style and however often another one is written.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "SignedUp" });
  await cio.track(id, { name: "user_left" });
}
