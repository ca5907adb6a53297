import { APIClient, PipelinesClient, RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const credentials = { siteId, apiKey };

export const a = new TrackClient(siteId, apiKey);
export const b = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU, timeout: 5000 });
export const c = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export const d = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);
export const e = new TrackClient(credentials);
export const f = new TrackClient({ siteId });
