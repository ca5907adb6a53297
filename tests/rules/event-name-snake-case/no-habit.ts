// Three of four names, or of five, are no habit: snake_case it is.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "SignedUp" });
//                            ^^^^^^^^^^ info[event-name-snake-case]: event name `SignedUp` is not in snake_case: Customer.io treats `SignedUp` and `signed_up` as two events, and a campaign waits for only one
  await cio.track(id, { name: "SignedIn" });
//                            ^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: "OrderPlaced" });
//                            ^^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: "order_paid" });
  await cio.track(id, { name: "cart_viewed" });
}
