// Inside free-form data anything may be right.
import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function order(id: string) {
  await cio.track(id, {
    name: "order_placed",
    data: {
      ordered_at: Date.now(),
//                ^^^^^^^^^^ hint[timestamp-milliseconds]: `data.ordered_at` is in milliseconds
      delivered_at: 1704067200000,
      nonce: Date.now(),
      duration_ms: 1200,
      total: 1704067200000,
    },
  });
  await api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: 3,
      to: "jane@example.com",
      identifiers: { id },
      message_data: { expires_at: Date.now() + 3600 * 1000, total: 12 },
//                                ^^^^^^^^^^^^^^^^^^^^^^^^ hint[timestamp-milliseconds]
    }),
  );
  await api.triggerBroadcast(3, { starts_at: Date.now(), seats: 4 }, { segment: { id: 7 } });
//                                           ^^^^^^^^^^ hint[timestamp-milliseconds]
}
