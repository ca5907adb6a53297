// The vocabulary of Pipelines is in Title Case.
import { AnalyticsBrowser } from "@customerio/cdp-analytics-browser";
import { Analytics } from "@customerio/cdp-analytics-node";

const browser = AnalyticsBrowser.load({ writeKey: "key" });
const server = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });

export function signedUp(userId: string) {
  browser.track("Signed Up");
  server.track({ userId, event: "Order Completed" });
}
