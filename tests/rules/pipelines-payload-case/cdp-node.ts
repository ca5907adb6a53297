import { Analytics } from "@customerio/cdp-analytics-node";

class Tracker {
  private readonly analytics = new Analytics({ writeKey: process.env.CUSTOMERIO_WRITE_KEY! });

  paid(userId: string, total: number) {
    this.analytics.track({ userId, name: "Order Paid", properties: { total } });
    //                             ^^^^ error[pipelines-payload-case]: expects `event`
    this.analytics.track({ userId, event: "Order Paid", data: { total } });
    //                                                  ^^^^ error[pipelines-payload-case]: expects `properties`
    this.analytics.identify({ user_id: userId, traits: { total } });
    //                        ^^^^^^^ error[pipelines-payload-case]: expects `userId`
    this.analytics.track({ event: "Order Paid" });
    //                   ^^^^^^^^^^^^^^^^^^^^^^^ error[pipelines-payload-case]: `userId` or `anonymousId` is required
    this.analytics.track({ userId, event: "Order Paid", properties: { total } });
    this.analytics.group({ groupId: "7", traits: { name: "Shop" } });
    this.analytics.alias({ userId, previousId: "a" });
    this.analytics.page({ anonymousId: "a", name: "Pricing" });
  }
}

export const tracker = new Tracker();
