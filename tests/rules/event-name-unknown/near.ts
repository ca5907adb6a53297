//@ customerio.json = { "account": { "events": ["signed_up", "order_placed", "Cart Viewed", "plan_changed", "plan_change", "step_1"] } }
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const ORDERED = "order_place";

export async function shop(id: string, isTrial: boolean) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "SignedUp" });
  //                          ^^^^^^^^^^ warning[event-name-unknown]: the account has no event `SignedUp`, but `signed_up`: Customer.io compares names letter by letter, so nothing that waits for the one sees the other
  await cio.track(id, { name: ORDERED });
  //                          ^^^^^^^ warning[event-name-unknown]: the account has no event `order_place`, but `order_placed`
  await cio.trackAnonymous("a-1", { name: "cart_viewed" });
  //                                      ^^^^^^^^^^^^^ warning[event-name-unknown]: `cart_viewed`, but `Cart Viewed`
  await cio.track(id, { name: isTrial ? "signed_up" : "sgined_up" });
  //                                                  ^^^^^^^^^^^ warning[event-name-unknown]: `sgined_up`, but `signed_up`
  await cio.track(id, { name: "plan_changes" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-unknown]: `plan_changes`, but `plan_changed`, `plan_change`
  await cio.batch([
    { type: "person", action: "event", identifiers: { id }, name: "placed_order" },
    //                                                            ^^^^^^^^^^^^^^ warning[event-name-unknown]: `placed_order`, but `order_placed`
  ]);
}
