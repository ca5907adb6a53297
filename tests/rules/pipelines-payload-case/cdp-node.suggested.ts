import { Analytics } from "@customerio/cdp-analytics-node";

class Tracker {
  private readonly analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });

  paid(userId: string, total: number) {
    this.analytics.track({ userId, event: "Order Paid", properties: { total } });
    this.analytics.track({ userId, event: "Order Paid", properties: { total } });
    this.analytics.identify({ userId: userId, traits: { total } });
    this.analytics.track({ event: "Order Paid" });
    this.analytics.track({ userId, event: "Order Paid", properties: { total } });
    this.analytics.group({ groupId: "7", traits: { name: "Shop" } });
    this.analytics.alias({ userId, previousId: "a" });
    this.analytics.page({ anonymousId: "a", name: "Pricing" });
  }
}

export const tracker = new Tracker();
