// What else reads an object is not changed without being asked.
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
declare function save(value: unknown): any;

export async function send(to: string, rest: object) {
  const shared = { transactional_message_id: 1, identifiers: { id: to }, to, messageData: { plan: "a" } };
  save(shared.messageData);
  await api.sendEmail(new SendEmailRequest(shared));
  const alone = { transactional_message_id: 1, identifiers: { id: to }, to, message_data: { plan: "a" } };
  await api.sendEmail(new SendEmailRequest(alone));
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 1, identifiers: { id: to }, to, message_data: {} } as any));
  await api.sendEmail(
    new SendEmailRequest({ transactional_message_id: 1, identifiers: { id: to }, to, message_data: {}, ...rest } as any),
  );
}
