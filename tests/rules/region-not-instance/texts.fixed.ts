import { APIClient, TrackClient, RegionEU, RegionUS } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;

export const a = new TrackClient(siteId, apiKey, { region: RegionEU });
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU, timeout: 5000 });
export const c = new TrackClient(siteId, apiKey, { region: RegionUS });
export const d = new TrackClient(siteId, apiKey, { region: "eu-west-1" });
