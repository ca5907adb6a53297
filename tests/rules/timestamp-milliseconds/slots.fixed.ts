// Every place of the API that takes a time.
import {
  APIClient,
  SendEmailRequest,
  SendInAppRequest,
  SendInboxMessageRequest,
  SendPushRequest,
  SendSMSRequest,
  TrackClient,
} from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function track(id: string) {
  await cio.identify(id, { _timestamp: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "order_placed", timestamp: Math.floor(Date.now() / 1000) });
  await cio.trackAnonymous("anonymous-7", { name: "cart_viewed", timestamp: Math.floor(Date.now() / 1000) });
  await cio.trackPush({ delivery_id: "d", device_id: "t", event: "opened", timestamp: Math.floor(Date.now() / 1000) });
  await cio.reportMetric({ delivery_id: "d", metric: "opened", timestamp: Math.floor(Date.now() / 1000) });
  await cio.addDevice(id, "token", "ios", { last_used: Math.floor(Date.now() / 1000) });
}

export async function batch(id: string) {
  await cio.batch([
    {
      type: "person",
      action: "identify",
      identifiers: { id },
      timestamp: Math.floor(Date.now() / 1000),
      attributes: { created_at: Math.floor(Date.now() / 1000), last_login_at: Math.floor(Date.now() / 1000) },
    },
    { type: "person", action: "event", identifiers: { id }, name: "order_placed", timestamp: Math.floor(Date.now() / 1000) },
  ]);
  await cio.entity({
    type: "person",
    action: "add_device",
    identifiers: { id },
    device: { token: "t", platform: "ios", last_used: Math.floor(Date.now() / 1000) },
  });
}

export async function send(id: string) {
  const identifiers = { id };
  await api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: 3,
      to: "jane@example.com",
      identifiers,
      send_at: Math.floor(Date.now() / 1000),
    }),
  );
  await api.sendPush(new SendPushRequest({ transactional_message_id: 3, identifiers, send_at: Math.floor(Date.now() / 1000) }));
  await api.sendSMS(new SendSMSRequest({ transactional_message_id: 3, identifiers, send_at: Math.floor(Date.now() / 1000) }));
  await api.sendInApp(new SendInAppRequest({ transactional_message_id: 3, identifiers, send_at: Math.floor(Date.now() / 1000) }));
  const inbox = new SendInboxMessageRequest({ transactional_message_id: 3, identifiers, send_at: Math.floor(Date.now() / 1000) });
  await api.sendInboxMessage(inbox);
}

export async function query() {
  await api.createDeliveriesExport(7, { start: Math.floor(Date.now() / 1000), end: 1704067200 });
  await api.getMessages({ start_ts: Math.floor(Date.now() / 1000) });
  await api.scheduleNewsletter(7, { scheduled_at: Math.floor(Date.now() / 1000), timezone: "UTC" });
}
