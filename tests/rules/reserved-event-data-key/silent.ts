import { SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.identify(id, { email: "ada@example.com", recipient: "Bob" });
  await cio.track(id, { name: "gift_sent", data: { gift: { recipient: "Bob" }, recipient_name: "Bob" } });
  return new SendEmailRequest({
    to: "ada@example.com",
    transactional_message_id: "gift",
    identifiers: { id },
    message_data: { recipient: "Bob" },
  });
}
