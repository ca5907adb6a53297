import { Analytics } from "@customerio/cdp-analytics-node";

const analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });

export function paid(userId: string, at: Date) {
  analytics.track({ userId, event: "Order Paid", timestamp: Math.floor(at.getTime() / 1000) });
  //                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pipelines-timestamp]: a number of seconds, not an ISO 8601 string
  analytics.identify({ userId, traits: { plan: "pro" }, timestamp: Date.now() });
  //                                                               ^^^^^^^^^^ warning[pipelines-timestamp]: a number of milliseconds
  analytics.track({ userId, event: "Order Sent", timestamp: at });
  analytics.track({ userId, event: "Order Sent", timestamp: at.toISOString() });
}
