import { TrackClient, RegionEU } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const region = process.env.CUSTOMERIO_REGION;
const wanted = "eu";

export const a = new TrackClient(siteId, apiKey, { region: process.env.CUSTOMERIO_REGION });
export const b = new TrackClient(siteId, apiKey, { region });
export const c = new TrackClient(siteId, apiKey, { region: RegionEU });
export const d = new TrackClient(siteId, apiKey, { region: { trackUrl: "https://track-eu.customer.io/api/v1" } });
