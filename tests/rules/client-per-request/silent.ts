import { APIClient, TrackClient } from "customerio-node";
import express from "express";

let cached: APIClient | undefined;
export function getClient() {
  cached ??= new APIClient(process.env.CIO_APP_KEY!);
  return cached;
}
export function make() {
  const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
  return cio;
}
// One for each tenant.
const app = express();
app.post("/sign-up", async (req, res) => {
  const cio = new TrackClient(req.body.site, req.body.key);
  await cio.identify(String(req.body.id), { plan: "free" });
  res.end();
});
// A script.
export async function main() {
  const api = new APIClient(process.env.CIO_APP_KEY!);
  await api.listCampaigns();
}
// What is kept.
export const clients = new Map<string, APIClient>();
export async function POST(request: Request) {
  const api = new APIClient(process.env.CIO_APP_KEY!);
  cached = api;
  await api.listCampaigns();
  return new Response(await request.text());
}
