// Run by hand: copies the customers of the old shop.
import { TrackClient } from "customerio-node";

// client-constructor-shape
const cio = new TrackClient({
  siteId: process.env.CUSTOMERIO_SITE_ID,
  apiKey: process.env.CUSTOMERIO_TRACK_API_KEY,
});

export async function backfill(customers) {
  for (const customer of customers) {
    await cio.identify(customer.id, {
      email: customer.email,
      created_at: Math.floor(new Date(customer.joined).getTime() / 1000),
    });
  }
}
