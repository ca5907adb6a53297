//@ sdk = 4.5.1
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

export async function hello(to: string) {
  await api.sendEmail(message(to));
//      ^^^^^^^^^^^^^ hint[no-retry]: the message is not retried when this request fails
  try {
    await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
//        ^^^^^^^^^^^^^^^^^^^^ hint[no-retry]: the broadcast is not retried when this request fails
  } catch (err) {
    console.error(err);
  }
}

export async function thrown() {
  await api.triggerBroadcast(12, {});
//          ^^^^^^^^^^^^^^^^ error[broadcast-missing-arguments]
}
