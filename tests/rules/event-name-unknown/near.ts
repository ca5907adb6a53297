//@ customerio.json = { "account": { "events": ["signed_up", "order_placed", "Cart Viewed", "plan_changed", "plan_change", "step_1"] } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const ORDERED = "order_place";

export async function shop(id: string, isTrial: boolean) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "SignedUp" });
  //                          ^^^^^^^^^^ warning[event-name-unknown]: event `SignedUp` is not in `account.events`, which has `signed_up`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: ORDERED });
  //                          ^^^^^^^ warning[event-name-unknown]: event `order_place` is not in `account.events`, which has `order_placed`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await cio.trackAnonymous("a-1", { name: "cart_viewed" });
  //                                      ^^^^^^^^^^^^^ warning[event-name-unknown]: event `cart_viewed` is not in `account.events`, which has `Cart Viewed`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: isTrial ? "signed_up" : "sgined_up" });
  //                                                  ^^^^^^^^^^^ warning[event-name-unknown]: event `sgined_up` is not in `account.events`, which has `signed_up`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "plan_changes" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-unknown]: event `plan_changes` is not in `account.events`, which has `plan_changed`, `plan_change`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await cio.batch([
    { type: "person", action: "event", identifiers: { id }, name: "placed_order" },
    //                                                            ^^^^^^^^^^^^^^ warning[event-name-unknown]: event `placed_order` is not in `account.events`, which has `order_placed`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  ]);
}
