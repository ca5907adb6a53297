//@ sdk = 4.5.1
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const message = (to: string) => new SendEmailRequest({ transactional_message_id: "hello", to, identifiers: { email: to } });

export async function hello(to: string) {
  await api.sendEmail(message(to));
//      ^^^^^^^^^^^^^ hint[no-retry]: when this request fails, nothing tries again: the message is lost
  try {
    await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
//        ^^^^^^^^^^^^^^^^^^^^ hint[no-retry]: when this request fails, nothing tries again: the broadcast is lost
  } catch (err) {
    console.error(err);
  }
}
