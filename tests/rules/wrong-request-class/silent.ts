import { APIClient, SendEmailRequest, SendPushRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
class Receipt extends SendEmailRequest {}

export async function send(push: boolean, other: SendPushRequest) {
  const email = new SendEmailRequest({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } });
  await api.sendEmail(email);
  await api.sendPush(other);
  await api.sendPush(push ? other : (email as never));
  await api.sendEmail(new Receipt({ transactional_message_id: 3, to: "ada@example.com", identifiers: { id: "42" } }));
}
