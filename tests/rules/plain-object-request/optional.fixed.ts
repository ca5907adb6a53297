import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; email?: string; phone: string | null };

export async function send(user: User) {
  await api.sendEmail({ transactional_message_id: 1, to: user.id, identifiers: { email: user.email } });
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 1, to: user.id, identifiers: { id: user.id } }));
}
