// What Customer.io is told of a trial.
import { RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, { region: RegionEU });

export async function startTrial(id) {
  await cio.track(id, { data: { mood: "🎉" }, name: "trial_started" });
  await cio.track(id, { data: { mood: "🎉" }, name: "signed_up" });
}
