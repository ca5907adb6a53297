import { APIClient, TrackClient } from "customerio-node";

// Two clients of one class share their credentials rightly.
export const a = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
export const b = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, { timeout: 500 });
export const c = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

// One name, two variables.
export function track(key: string) {
  return new TrackClient(process.env.CUSTOMERIO_SITE_ID!, key);
}
export function app(key: string) {
  return new APIClient(key);
}

// Placeholders, and a key that is right everywhere.
export const d = new TrackClient("site", "secret");
export const e = new APIClient("secret");
export const f = new TrackClient("site", "ak_eu_0000000000000000_0000");
export const g = new APIClient("ak_eu_0000000000000000_0000");

// A variable that is given another value in between.
let key = process.env.FIRST_KEY!;
export const h = new TrackClient("site", key);
key = process.env.SECOND_KEY!;
export const i = new APIClient(key);
