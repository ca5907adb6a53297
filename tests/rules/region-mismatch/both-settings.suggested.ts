//@ region = eu
// The setting judges every client, also where a file makes two on purpose.
import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

export const eu = new TrackClient(process.env.EU_SITE_ID!, process.env.EU_KEY!, { region: RegionEU });
export const us = new TrackClient(process.env.OLD_SITE_ID!, process.env.OLD_KEY!, { region: RegionEU });
export const app = new APIClient(process.env.CUSTOMERIO_APP_KEY!, { region: RegionEU });
