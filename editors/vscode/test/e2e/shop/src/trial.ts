// The trial that the sign-up begins.
import { RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const cio = new TrackClient(siteId, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });

export async function startTrial(id: string) {
  /* 🎉 */ await cio.track(id, { name: "trial_started", data: { days: 14 } });
}

export const extendTrial = (id: string) => cio.track(id, { name: "trial_extended" });
