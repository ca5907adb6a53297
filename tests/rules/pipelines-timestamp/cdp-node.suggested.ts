import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });

export function paid(userId: string, at: Date) {
  analytics.track({ userId, event: "Order Paid", timestamp: new Date(Math.floor(at.getTime() / 1000) * 1000).toISOString() });
  analytics.identify({ userId, traits: { plan: "pro" }, timestamp: new Date().toISOString() });
  analytics.track({ userId, event: "Order Sent", timestamp: at });
  analytics.track({ userId, event: "Order Sent", timestamp: at.toISOString() });
}
