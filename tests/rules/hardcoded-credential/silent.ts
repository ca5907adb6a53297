import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { settings } from "./settings";

// A Site ID names a workspace, and is in every page of a shop.
export const a = new TrackClient("7c1d0e9fa2b35864d7c1", process.env.CUSTOMERIO_TRACK_API_KEY!);
// Placeholders.
export const b = new TrackClient("SITE_ID", "00000000000000000000");
export const c = new APIClient("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
export const d = new APIClient("your-app-api-key");
export const e = new APIClient(process.env.CUSTOMERIO_APP_API_KEY || "ak_test");
export const f = new TrackClient("1010101010101010101010", "ffffffffffffffffffff");
// A public key.
export const g = new PipelinesClient("wk_eu_4f9a8b7c6d5e");
// Not to be known.
export const h = new APIClient(settings.key);
export const i = new APIClient(`${settings.prefix}b19f3c7a0d2e4856b19f3c7a0d2e4856`);
// Something else that looks like one.
export const commit = "b19f3c7a0d2e4856b19f3c7a0d2e4856";
