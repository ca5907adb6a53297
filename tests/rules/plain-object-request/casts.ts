// A cast to the class stays around what is made one; a cast to `any` goes with the object.
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
declare function save(value: unknown): any;

export async function send(to: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id: to }, to } as unknown as SendEmailRequest);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id: to }, to, extra: 1 } as any);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object
  const request = { transactional_message_id: 1, identifiers: { id: to }, to };
  await api.sendEmail(request as unknown as SendEmailRequest);
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object
}
