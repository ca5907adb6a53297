//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";
import { Agent } from "node:https";

const agent = new Agent({ keepAlive: true });
export const a = new APIClient(process.env.CIO_APP_KEY!, { agent });
export const b = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, {
  httpAgent: agent,
  proxy: "http://proxy:8080",
  maxSockets: 50,
  rejectUnauthorized: false,
});
export const c = new APIClient(process.env.CIO_APP_KEY!, { timeout: 5000, retry: { maxRetries: 0 } });
