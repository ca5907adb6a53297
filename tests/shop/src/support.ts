// What the help desk tells Customer.io.
import { RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);

const openedAt = Math.floor(Date.now() / 1000);

export async function opened(customerId: string): Promise<void> {
  await cio.track(customerId, { name: "ticket_opened", timestamp: openedAt }); // stale-timestamp
}

export async function complained(customerId: string, orderId: string): Promise<void> {
  await cio.track(customerId, { name: "complaint_filed", data: { order_id: orderId } });
}

export async function returned(customerId: string, orderId: string): Promise<void> {
  // event-name-inconsistent: orders.ts says `order_returned`.
  await cio.track(customerId, { name: "OrderReturned", data: { order_id: orderId } });
}
