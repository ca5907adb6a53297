// What is left of the first shop, which runs on customerio-node 4.4. Its package.json shows upgrade-advice.
import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, {
  region: RegionEU,
  timeout: 3000, // inert-timeout
});
