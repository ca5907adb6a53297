// The SDK for browsers makes a date of any number before it sends it.
import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";

const analytics = AnalyticsBrowser.load({ writeKey: "key" });

export async function paid(at: Date) {
  await analytics.track("Order Paid", { total: 12 }, { timestamp: Math.floor(at.getTime() / 1000) });
}
