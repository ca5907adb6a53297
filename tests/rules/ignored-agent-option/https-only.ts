//@ sdk = 4.5.1
import http, { Agent as PlainAgent } from "node:http";
import https, { Agent } from "node:https";
import { APIClient, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const plain = new http.Agent({ keepAlive: true });

export const a = new TrackClient(siteId, apiKey, { url: "http://localhost:3000/api/v1" });
//                                                 ^^^ warning[ignored-agent-option]: customerio-node 4.5.1 ignores `http:` and the port 3000 in `url`: the SDK sends requests to localhost over HTTPS
export const b = new TrackClient(siteId, apiKey, { url: "https://localhost:3000" });
//                                                 ^^^ warning[ignored-agent-option]: customerio-node 4.5.1 ignores the port 3000 in `url`
export const c = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { agent: new PlainAgent() });
//                                                                    ^^^^^ error[ignored-agent-option]: an `http.Agent` is used for HTTPS requests: APIClient of customerio-node 4.5.1 sends HTTPS requests, and every one fails with it
export const d = new TrackClient(siteId, apiKey, { agent: plain });
//                                                 ^^^^^ error[ignored-agent-option]

export const e = new TrackClient(siteId, apiKey, { url: "https://proxy.example.com/cio" });
export const f = new TrackClient(siteId, apiKey, { url: "https://proxy.example.com:443/cio" });
export const g = new TrackClient(siteId, apiKey, { url: "https://localhost:8443", port: 8443 } as any);
export const h = new TrackClient(siteId, apiKey, { url: process.env.CUSTOMERIO_URL });
export const i = new TrackClient(siteId, apiKey, { agent: new Agent() });
export const j = new TrackClient(siteId, apiKey, { agent: new https.Agent({ keepAlive: true }) });
