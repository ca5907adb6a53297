import { SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const login = (credentials: { password: string }) => credentials;

export async function all(id: string, token: string, password: string) {
  login({ password });
  await cio.identify(id, { has_password: true, password: false, password_changed_at: 1704067200 });
  await cio.identify(id, { card_brand: "visa", card_last4: "4242", secret_santa: true, tokens: 7, credit_card: { brand: "visa" } });
  await cio.track(id, { name: "reset_requested", data: { reset_token: token, token, password_reset_url: token } });
  await cio.addDevice(id, token, "ios", { device_token: token });
  return new SendEmailRequest({
    to: "ada@example.com",
    transactional_message_id: "reset",
    identifiers: { id },
    message_data: { password },
  });
}
