//@ event-name-snake-case.style = Title Case
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function both(id: string) {
  await cio.track(id, { name: "Signed Up" });
  await cio.track(id, { name: "Signed Up" });
  await cio.track(id, { name: "Cart Viewed" });
  await cio.track(id, { name: "Cart Viewed" });
  // customerio-disable-next-line event-name-inconsistent -- campaigns wait for both
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "Order Placed" });
}
