// How the shop came by its keys over the years.
import { APIClient, RegionEU, TrackClient, verifyRequestSignature } from "customerio-node";
import express from "express";

const site = process.env.CUSTOMERIO_SITE_ID!;

export const early = new TrackClient(site, "d4c1b7a09f3e2856d4c1", { region: RegionEU }); // hardcoded-credential
export const careless = new APIClient(process.env.CUSTOMERIO_APP_API_KEY || "", { region: RegionEU }); // credential-maybe-undefined
export const open = new TrackClient(site, process.env.NEXT_PUBLIC_SHOP_KEY!, { region: RegionEU }); // credential-exposed-to-client
export const admin = new APIClient(process.env.SHOP_SERVICE_ACCOUNT_TOKEN!, { region: RegionEU }); // service-account-in-app
export const behindProxy = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, {
  region: RegionEU,
  proxy: "http://proxy:8080", // ignored-agent-option
});
export const misspelt = new APIClient(process.env.CUSTOMERIO_MAILS_API_KEY!, { region: RegionEU }); // env-name-not-defined
console.log("mails go by", early); // credential-logged

const app = express();
app.post("/customers", async (req, res) => {
  const cio = new TrackClient(site, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU }); // client-per-request
  await cio.identify(String(req.body.id), { plan: "free" });
  res.end();
});
app.post("/reports", express.raw({ type: "application/json" }), (req, res) => {
  // webhook-unverified
  verifyRequestSignature({
    signingSecret: process.env.CUSTOMERIO_WEBHOOK_SECRET!,
    timestamp: req.get("x-cio-timestamp"),
    signature: req.get("x-cio-signature"),
    body: req.body,
  });
  for (const event of req.body.events) console.log(event); // webhook-payload-shape
  res.sendStatus(200);
});
