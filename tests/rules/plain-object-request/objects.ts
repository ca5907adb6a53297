import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type Options = { transactional_message_id: number; identifiers: { id: string } };

const push: Options = { transactional_message_id: 3, identifiers: { id: "42" } };
await api.sendPush(push);
//                 ^^^^ error[plain-object-request]: `sendPush` expects an instance of `SendPushRequest`, found a plain object

await api.sendEmail({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object

export async function text(id: string, rest: object) {
  await api.sendSMS({ transactional_message_id: 4, identifiers: { id }, ...rest } as any);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendSMS` expects an instance of `SendSMSRequest`, found a plain object
}
