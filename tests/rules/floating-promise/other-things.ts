// Not the SDK, or not to be known.
import { AnalyticsBrowser } from "@segment/analytics-next";
import { APIClient, TrackClient } from "customerio-node";
import { makeClient } from "./clients";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const segment = AnalyticsBrowser.load({ writeKey: "key" });
const either = Math.random() > 0.5 ? cio : api;
const unknown = makeClient();

class Client {
  track(id: string) {
    return Promise.resolve(id);
  }
}

export async function others(id: string, cio: { track(id: string): void }) {
  segment.track("Seen", { id });
  cio.track(id);
  new Client().track(id);
  unknown.track(id);
  (either as unknown as Client).track(id);
  api.request;
  api.toString();
}
