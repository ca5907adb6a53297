//@ event-name-snake-case.style = Title Case
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "Added to Cart" });
  await cio.track(id, { name: "signup" });
  await cio.track(id, { name: "Order Shipped" });
  await cio.track(id, { name: "Order Returned" });
}
