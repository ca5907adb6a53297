import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "user.created" });
  await cio.track(id, { name: "user.signed_in" });
  await cio.track(id, { name: "order.placed" });
  await cio.track(id, { name: "order.itemAdded" });
  await cio.track(id, { name: "order.paid" });
  await cio.track(id, { name: "signup" });
  await cio.track(id, { name: "CartItemAdded" });
//                            ^^^^^^^^^^^^^^^ info[event-name-snake-case]: event name `CartItemAdded` is not in dot.separated like the other names here: Customer.io treats `CartItemAdded` and `cart.item_added` as two events, and a campaign waits for only one
}
