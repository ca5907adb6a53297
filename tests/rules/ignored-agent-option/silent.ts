//@ sdk = 5.2.0
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

// `fetch` has options of its own.
export const a = new APIClient(process.env.CIO_APP_KEY!, { keepalive: true, cache: "no-store", mode: "cors" });
export const b = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, {
  dispatcher: makeDispatcher(),
  timeout: 5000,
  retry: { maxRetries: 1 },
  headers: { "X-Trace": "1" },
});
export const c = new PipelinesClient(process.env.CIO_WRITE_KEY!, { strictMode: true, defaultContext: {} });
export const d = new APIClient(process.env.CIO_APP_KEY!, { agent: undefined });
declare function makeDispatcher(): never;
