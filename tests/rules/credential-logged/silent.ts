import { createHash } from "node:crypto";
import { APIClient, TrackClient } from "customerio-node";
import { mask } from "./mask";
const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const other = process.env.STRIPE_KEY;
export const cio = new TrackClient(siteId, apiKey);
export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const state = apiKey ? "set" : "missing";
const last = apiKey.slice(-4);
export async function start(id: string) {
  console.log(siteId, other);
  console.log(!!apiKey, !apiKey, Boolean(apiKey), apiKey.length, typeof apiKey);
  console.log(apiKey ? "set" : "missing", state, last);
  console.log(apiKey === "", apiKey && "set");
  console.log(apiKey.slice(-4), apiKey.substring(0, 3), apiKey.replace(/./g, "*"), apiKey.length);
  console.log(mask(apiKey), createHash("sha256").update(apiKey).digest("hex"));
  console.log({ hasKey: !!apiKey, key: `${apiKey.slice(0, 4)}…` });
  console.log(JSON.stringify({ apiKey }, ["siteId"]));
  console.log(Object.keys(process.env), Object.keys({ apiKey }));
  console.log(`${cio}`, "CUSTOMERIO_APP_API_KEY is missing");
  console.log(process.env.NODE_ENV);
  if (!apiKey) throw new Error("CUSTOMERIO_TRACK_API_KEY is missing");
  Math.log(Number(apiKey));
  await cio.identify(id, { plan: "pro" });
  headers.set("Authorization", `Bearer ${apiKey}`);
}
declare const headers: Headers;

console.log(cio.toString(), String(api));
