import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
type User = { id: string; email?: string; phone: string | null };

export async function send(user: User) {
  await api.sendEmail({ transactional_message_id: 1, to: user.id, identifiers: { email: user.email } });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object: the call throws synchronously and nothing is sent
  await api.sendEmail({ transactional_message_id: 1, to: user.id, identifiers: { id: user.id } });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object: the call throws synchronously and nothing is sent
}
