//@ event-name-inconsistent.allow = ["SignedUp"]
//@ event-name-snake-case.allow = ["Order *"]
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function both(id: string) {
  await cio.track(id, { name: "SignedUp" });
  //                          ^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "order_placed" });
}
