import { APIClient, RegionEU, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region: RegionEU });
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
