import { APIClient, SendInboxMessageRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

const api = new APIClient(process.env.CIO_APP_KEY!);

export async function announce(segment: number, headline: string) {
  await api.triggerBroadcast(12, { headline }, { segment: { id: segment } });
}

export const remind = (emails: string[], date: string) =>
  api.triggerBroadcast(13, { date }, { emails, email_ignore_missing: true });

export async function notify(user: { id: string; phone: string }, code: string) {
  await api.sendSMS(
    new SendSMSRequest({ to: user.phone, transactional_message_id: 4, identifiers: { id: user.id }, message_data: { code } }),
  );
  await api.sendPush(new SendPushRequest({ transactional_message_id: 5, identifiers: { id: user.id } }));
  await api.sendInboxMessage(new SendInboxMessageRequest({ transactional_message_id: 6, identifiers: { id: user.id } }));
}

export async function planted(segments: number[]) {
  for (const id of segments) {
    await api.triggerBroadcast(14, {}, { segment: { id } }); // broadcast-in-loop
  }
  await api.sendEmail({ to: "ops@example.com", transactional_message_id: 1, identifiers: { id: "1" } }); // plain-object-request
}
