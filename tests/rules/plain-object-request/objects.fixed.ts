import { APIClient, SendPushRequest, SendEmailRequest, SendSMSRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type Options = { transactional_message_id: number; identifiers: { id: string } };

const push: Options = { transactional_message_id: 3, identifiers: { id: "42" } };
await api.sendPush(new SendPushRequest(push));

await api.sendEmail(new SendEmailRequest({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } }));

export async function text(id: string, rest: object) {
  await api.sendSMS(new SendSMSRequest({ transactional_message_id: 4, identifiers: { id }, ...rest } as any));
}
