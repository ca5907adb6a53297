//@ customerio.json = { "account": { "events": ["signed_up", "Survey *"] }, "rules": { "event-name-unknown": { "allow": ["segment_*", "SignedUp"] } } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shop(id: string) {
  await cio.track(id, { name: "segment_seen" });
  await cio.track(id, { name: "Survey Answered" });
}
