import { APIClient, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function run(id: string, user: { createdAt: Date }) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: Math.floor(user.createdAt.getTime() / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.now() * 0.001) });
  await cio.identify(id, { created_at: Math.floor(+new Date() / 1e3) });
  await cio.track(id, { name: "order_placed", timestamp: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
  const now = Math.floor(Date.now() / 1000);
  await cio.identify(id, { created_at: now });
  const ms = Date.now();
  await cio.identify(id, { created_at: Math.floor(ms / 1000) });
  await api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "reminder",
      to: "jane@example.com",
      identifiers: { id },
      send_at: Math.floor(Date.now() / 1000 + 3600),
    }),
  );
}
