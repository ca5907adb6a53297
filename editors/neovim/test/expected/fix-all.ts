// What Customer.io is told when somebody signs up.
import { RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const cio = new TrackClient(siteId, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });

export async function signUp(id: string): Promise<void> {
  await cio.identify(id, { mood: "🎉", created_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, { data: { mood: "🎉" }, name: "SignedUp" });
  await cio.track(id, { name: "trial_started", timestamp: Math.floor(Date.now() / 1000) });
}
