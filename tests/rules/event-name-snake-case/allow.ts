//@ event-name-snake-case.allow = ["Order *", "SignedUp"]
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "SignedUp" });
  await cio.track(id, { name: "Cart Viewed" });
//                            ^^^^^^^^^^^^^ info[event-name-snake-case]
}
