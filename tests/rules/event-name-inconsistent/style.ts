//@ event-name-snake-case.style = Title Case
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function both(id: string) {
  await cio.track(id, { name: "signed_up" });
  //                          ^^^^^^^^^^^ warning[event-name-inconsistent]: event `signed_up` is spelled `Signed Up` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "Signed Up" });
  // customerio-disable-next-line event-name-snake-case -- still unused once the spellings are one
  await cio.track(id, { name: "cart_viewed" });
  await cio.track(id, { name: "CartViewed" });
  //                          ^^^^^^^^^^^^ warning[event-name-inconsistent]: event `CartViewed` is spelled `cart_viewed` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  // customerio-disable-next-line event-name-inconsistent -- campaigns wait for both
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "Order Placed" });
}
