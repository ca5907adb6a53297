import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const region = RegionEU;

export const a = new TrackClient(siteId, apiKey, { region: RegionEU });
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
export const c = new TrackClient(siteId, apiKey, { region: RegionUS });
export const d = new TrackClient(siteId, apiKey, { region });
export const e = new TrackClient(siteId, apiKey, { region: process.env.EU ? RegionEU : RegionUS });
