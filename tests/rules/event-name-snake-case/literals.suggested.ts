import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: 'signed_in' });
  await cio.track(id, { name: `added_to_cart`, data: { sku: "1" } });
  await cio.trackAnonymous("anonymous-7", { name: "cart_viewed" });
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { "name": "user_viewed_the_pricing_page", type: "event" });
  await cio.batch([{ type: "person", action: "event", identifiers: { id }, name: "order_shipped" }]);
}
