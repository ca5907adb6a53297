// Transactional mail: the receipt at once, the request for a review a week later.
import { APIClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";
import { total, type Order } from "./types.js";

const track = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);

// wrong-api-key
const mail = new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });

export async function sendReceipt(order: Order): Promise<void> {
  await mail.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "receipt",
      to: order.customer.email,
      identifiers: { id: order.customer.id },
      message_data: { order_id: order.id, total: total(order) },
    }),
  );
  await track.track(order.customer.id, { name: "receipt_sent" });
}

export async function askForReview(order: Order): Promise<void> {
  const nextWeek = new Date(order.placedAt.getTime() + 7 * 24 * 60 * 60 * 1000);
  await mail.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "review",
      to: order.customer.email,
      identifiers: { id: order.customer.id },
      send_at: nextWeek, // timestamp-not-unix
    }),
  );
}
