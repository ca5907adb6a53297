import { APIClient, RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const appKey = process.env.CUSTOMERIO_APP_API_KEY!;

export const a = new APIClient(appKey, {});
export const b = new TrackClient(siteId, apiKey, {});
export const c = new APIClient(appKey, "secret");
export const d = new TrackClient(siteId, apiKey, "eu");
export const e = new TrackClient(siteId, apiKey, 5000);
export const f = new TrackClient(siteId, apiKey, { region: RegionEU }, { timeout: 5000 });
export const g = new TrackClient(siteId, apiKey, { region: RegionEU });
export const h = new APIClient(appKey, { region: RegionEU });
