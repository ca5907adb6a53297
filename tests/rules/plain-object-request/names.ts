import { APIClient, type SendEmailRequest } from "customerio-node";
import { SendSMSRequest } from "./sms";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

// What is imported as a type is imported whole, and a name that is taken is left to what it stands for.
export async function send(to: string) {
  await api.sendEmail({ transactional_message_id: 1, to, identifiers: { email: to } });
//                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object
  await api.sendSMS({ transactional_message_id: 1, to, identifiers: { id: "1" } });
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[plain-object-request]: `sendSMS` expects an instance of `SendSMSRequest`, found a plain object
  return SendSMSRequest;
}

export async function declared(to: string) {
  const request: SendEmailRequest = { transactional_message_id: 1, to, identifiers: { email: to } };
  await api.sendEmail(request);
//                    ^^^^^^^ error[plain-object-request]: `sendEmail` expects an instance of `SendEmailRequest`, found a plain object
}
