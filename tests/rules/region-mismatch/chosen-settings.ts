//@ region = eu
import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";
import { options, region } from "./settings";

export const a = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region });
export const b = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, options);
export const c = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { ...options });
export const d = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { url: "https://proxy.example/customerio" });
export const e = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: process.env.EU ? RegionEU : RegionUS });
export const f = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region: RegionEU });
export const g = new TrackClient(...options);
