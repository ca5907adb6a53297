//@ credential-maybe-undefined.severity = off
import { APIClient, PipelinesClient, RegionEU, RegionUS, TrackClient } from "customerio-node";
import { config, options, credentials } from "./config";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;

export const a = new TrackClient(siteId, apiKey);
export const b = new TrackClient(siteId, apiKey, {});
export const c = new TrackClient(siteId, apiKey, undefined);
export const d = new TrackClient(siteId, apiKey, options);
export const e = new TrackClient(siteId, apiKey, { ...options, timeout: 5000 });
export const f = new TrackClient(...credentials);
export const g = new TrackClient(siteId, ...credentials);
export const h = new TrackClient(config.siteId, config.apiKey, { url: config.url });
export const i = new APIClient(config.appKey, config.options);
export const j = new APIClient(config.appKey);
export const k = new PipelinesClient(config.writeKey, { strictMode: true });
export const l = new TrackClient(siteId || "", apiKey || "", { region: config.eu ? RegionEU : RegionUS });
export const m = new TrackClient(config.credentials, apiKey);
