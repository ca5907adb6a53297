// Three of four names, or of five, are no habit: snake_case it is.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "signed_in" });
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "order_paid" });
  await cio.track(id, { name: "cart_viewed" });
}
