// What Customer.io is told when somebody signs up.
import { RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, { region: RegionEU });

export async function signUp(id) {
  await cio.identify(id, { mood: "🎉", created_at: Date.now() });
  await cio.track(id, { data: { mood: "🎉" }, name: "signed_up" });
}
