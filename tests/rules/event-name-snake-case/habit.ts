// Four fifths of the names, over all files, are in Title Case: only what leaves that style is told.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "Signed Up" });
  await cio.track(id, { name: "Added to Cart" });
  await cio.track(id, { name: "Signed Up" });
  await cio.track(id, { name: "signup" });
  await cio.track(id, { name: "order_shipped" });
//                            ^^^^^^^^^^^^^^^ info[event-name-snake-case]: event name `order_shipped` is not in Title Case like the other names here: Customer.io treats `order_shipped` and `Order Shipped` as two events, and a campaign waits for only one
}
//- /src/orders.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function order(id: string) {
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "Order Paid" });
  await cio.trackAnonymous(id, { name: "Cart Viewed" });
}
