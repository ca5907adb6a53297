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
  await cio.identify(id, { _timestamp: Date.now() });
//                                     ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.track(id, { name: "order_placed", timestamp: Date.now() });
//                                                       ^^^^^^^^^^ error[timestamp-milliseconds]: Customer.io expects Unix seconds and dates the event tens of thousands of years in the future
  await cio.trackAnonymous("anonymous-7", { name: "cart_viewed", timestamp: Date.now() });
//                                                                          ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.trackPush({ delivery_id: "d", device_id: "t", event: "opened", timestamp: Date.now() });
//                                                                                    ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.reportMetric({ delivery_id: "d", metric: "opened", timestamp: Date.now() });
//                                                                        ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.addDevice(id, "token", "ios", { last_used: Date.now() });
//                                                     ^^^^^^^^^^ error[timestamp-milliseconds]
}

export async function batch(id: string) {
  await cio.batch([
    {
      type: "person",
      action: "identify",
      identifiers: { id },
      timestamp: Date.now(),
//               ^^^^^^^^^^ error[timestamp-milliseconds]
      attributes: { created_at: Date.now(), last_login_at: Date.now() },
//                              ^^^^^^^^^^ error[timestamp-milliseconds]
//                                                         ^^^^^^^^^^ warning[timestamp-milliseconds]
    },
    { type: "person", action: "event", identifiers: { id }, name: "order_placed", timestamp: Date.now() },
//                                                                                           ^^^^^^^^^^ error[timestamp-milliseconds]
  ]);
  await cio.entity({
    type: "person",
    action: "add_device",
    identifiers: { id },
    device: { token: "t", platform: "ios", last_used: Date.now() },
//                                                    ^^^^^^^^^^ error[timestamp-milliseconds]
  });
}

export async function send(id: string) {
  const identifiers = { id };
  await api.sendEmail(
    new SendEmailRequest({
      transactional_message_id: 3,
      to: "jane@example.com",
      identifiers,
      send_at: Date.now(),
//             ^^^^^^^^^^ error[timestamp-milliseconds]: 90 days
    }),
  );
  await api.sendPush(new SendPushRequest({ transactional_message_id: 3, identifiers, send_at: Date.now() }));
//                                                                                            ^^^^^^^^^^ error[timestamp-milliseconds]
  await api.sendSMS(new SendSMSRequest({ transactional_message_id: 3, identifiers, send_at: Date.now() }));
//                                                                                          ^^^^^^^^^^ error[timestamp-milliseconds]
  await api.sendInApp(new SendInAppRequest({ transactional_message_id: 3, identifiers, send_at: Date.now() }));
//                                                                                              ^^^^^^^^^^ error[timestamp-milliseconds]
  const inbox = new SendInboxMessageRequest({ transactional_message_id: 3, identifiers, send_at: Date.now() });
//                                                                                               ^^^^^^^^^^ error[timestamp-milliseconds]
  await api.sendInboxMessage(inbox);
}

export async function query() {
  await api.createDeliveriesExport(7, { start: Date.now(), end: 1704067200000 });
//                                             ^^^^^^^^^^ error[timestamp-milliseconds]
//                                                              ^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await api.getMessages({ start_ts: Date.now() });
//                                  ^^^^^^^^^^ error[timestamp-milliseconds]
  await api.scheduleNewsletter(7, { scheduled_at: Date.now(), timezone: "UTC" });
//                                                ^^^^^^^^^^ error[timestamp-milliseconds]
}
