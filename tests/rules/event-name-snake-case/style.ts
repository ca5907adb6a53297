//@ event-name-snake-case.style = Title Case
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "Added to Cart" });
  await cio.track(id, { name: "signup" });
  await cio.track(id, { name: "order_shipped" });
//                            ^^^^^^^^^^^^^^^ info[event-name-snake-case]: event name `order_shipped` is not in Title Case: Customer.io treats `order_shipped` and `Order Shipped` as two events, and a campaign waits for only one
  await cio.track(id, { name: "OrderReturned" });
//                            ^^^^^^^^^^^^^^^ info[event-name-snake-case]
}
