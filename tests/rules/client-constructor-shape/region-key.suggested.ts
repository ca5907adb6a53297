import { RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const Region = RegionEU;
const options = { Region: RegionEU, timeout: 5000 };

export const a = new TrackClient(siteId, apiKey, { region: Region });
export const b = new TrackClient(siteId, apiKey, { region: RegionEU });
export const c = new TrackClient(siteId, apiKey, options);
export const d = new TrackClient(siteId, apiKey, { region: RegionEU, Region });
