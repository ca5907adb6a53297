import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";

declare const window: any;
window.analytics = AnalyticsBrowser.load({ writeKey: "key" });

export function bought() {
  window.analytics.track("bought ");
  //                     ^^^^^^^^^ warning[event-name-whitespace]
}
