// None of these is Customer.io's.
import { AnalyticsBrowser } from "@segment/analytics-next";
import { Analytics } from "@segment/analytics-node";
import { TrackClient } from "customerio-node";
import mixpanel from "mixpanel-browser";
import posthog from "posthog-js";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const segment = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });
const browser = AnalyticsBrowser.load({ writeKey: "key" });

export function signedUp(id: string, password: string) {
  cio.track(id, { name: "signed_up" }).catch(console.error);
  segment.track({ userId: id, name: "SignedUp", timestamp: Date.now() });
  segment.identify(id, { password });
  browser.track("SignedUp", { password });
  window.analytics.track("SignedUp", { password });
  window.analytics.identify(id, { created_at: Date.now() });
  analytics.track("SignedUp", { password });
  rudderanalytics.track("SignedUp");
  mixpanel.track("SignedUp");
  posthog.capture("SignedUp");
  amplitude.track("SignedUp");
}
