//@ sdk = 5.2.0
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

export async function hello(to: string) {
  await api.sendEmail(message(to));
}
