//@ customerio.json = { "account": { "events": ["SignedUp", "Order Placed", "order_placed", "cart_viewed"] } }
// What other rules about names say beside it: one finding at one place.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shop(id: string) {
  // In another style than the project's, but so the account has it.
  await cio.track(id, { name: "SignedUp" });
  await cio.track(id, { name: "SignedUp" });
  await cio.track(id, { name: "signed_up" });
  //                          ^^^^^^^^^^^ warning[event-name-unknown]: event `signed_up` is not in `account.events`, which has `SignedUp`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "cart_viewed " });
  //                          ^^^^^^^^^^^^^^ warning[event-name-whitespace]
  await cio.track(id, { name: " " });
  //                          ^^^ error[track-missing-name]
}

export async function both(id: string) {
  // The account has both: they are two events, and something waits for each.
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "order_placed" });
}
