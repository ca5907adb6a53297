// What else reads an object is not changed without being asked.
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
declare function save(value: unknown): any;

export async function send(to: string, rest: object) {
  const shared = { transactional_message_id: 1, identifiers: { id: to }, to, messageData: { plan: "a" } };
  save(shared.messageData);
  await api.sendEmail(new SendEmailRequest(shared));
  const alone = { transactional_message_id: 1, identifiers: { id: to }, to, messageData: { plan: "a" } };
//                                                                          ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `messageData`: the SDK drops the option, and it never reaches Customer.io
  await api.sendEmail(new SendEmailRequest(alone));
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 1, identifiers: { id: to }, to, messageData: {} } as any));
//                                                                                                     ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `messageData`: the SDK drops the option, and it never reaches Customer.io
  await api.sendEmail(
    new SendEmailRequest({ transactional_message_id: 1, identifiers: { id: to }, to, messageData: {}, ...rest } as any),
//                                                                                   ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `messageData`: the SDK drops the option, and it never reaches Customer.io
  );
}
