import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type Options = { transactional_message_id: number; identifiers: { id: string } };

const push: Options = { transactional_message_id: 3, identifiers: { id: "42" } };
await api.sendPush(push);
//                 ^^^^ error[plain-object-request]: `sendPush` takes an instance of `SendPushRequest`: for a plain object it throws at once, and nothing is sent

await api.sendEmail({ transactional_message_id: "welcome", to: "ada@example.com", identifiers: { id: "42" } });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` takes an instance of `SendEmailRequest`: for a plain object it throws at once, and nothing is sent

export async function text(id: string, rest: object) {
  await api.sendSMS({ transactional_message_id: 4, identifiers: { id }, ...rest } as any);
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendSMS` takes an instance of `SendSMSRequest`: for a plain object it throws at once, and nothing is sent
}
