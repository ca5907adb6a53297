import { PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export const signedUp = (id: string) => cio.track(id, { name: "signed_up" });
export const signedUpAgain = (id: string) => cio.track(id, { name: "signed_up" });
export const signedUpToo = (userId: string) => cdp.track({ userId, event: "signed_up" });
//- /src/browser.ts
import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";

export const analytics = AnalyticsBrowser.load({ writeKey: "key" });
export const signedUp = () => analytics.track("signed_up");
//- /src/worker.ts
import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });
export const signedUp = (userId: string) => analytics.track({ userId, event: "signed_up" });
//- /src/page.js
export function signedUp() {
  window._cio.track("signed_up");
}
//- /src/app.tsx
import { CustomerIO } from "customerio-reactnative";

export const signedUp = () => CustomerIO.track("signed_up", { plan: "pro" });
