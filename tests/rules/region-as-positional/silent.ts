import { RegionEU, RegionUS, TrackClient } from "customerio-node";
import { RegionEU as OtherRegion } from "./regions";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const options = { region: RegionEU };

export const a = new TrackClient(siteId, apiKey, { region: RegionEU });
export const b = new TrackClient(siteId, apiKey, options);
export const c = new TrackClient(siteId, apiKey, OtherRegion);
export const d = new TrackClient(siteId, apiKey, { ...options });
export const regions = [RegionEU, RegionUS];
