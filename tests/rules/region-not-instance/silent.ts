import { Region, RegionEU, RegionUS, TrackClient } from "customerio-node";
import { pick, settings } from "./settings";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const regions: Record<string, Region> = { eu: RegionEU, us: RegionUS };

export const a = new TrackClient(siteId, apiKey, { region: process.env.CUSTOMERIO_REGION === "eu" ? RegionEU : RegionUS });
export const b = new TrackClient(siteId, apiKey, { region: regions[process.env.CUSTOMERIO_REGION!] });
export const c = new TrackClient(siteId, apiKey, { region: settings.region });
export const d = new TrackClient(siteId, apiKey, { region: pick("eu") });
export const e = new TrackClient(siteId, apiKey, { region: new Region("https://proxy.example/track", "https://proxy.example/app") });
export const f = new TrackClient(siteId, apiKey, { region: undefined });
export const g = new TrackClient(siteId, apiKey, { ...settings.customerio });
