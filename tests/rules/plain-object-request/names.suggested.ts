import { APIClient, SendEmailRequest, SendSMSRequest as CioSendSMSRequest } from "customerio-node";
import { SendSMSRequest } from "./sms";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

// What is imported as a type is imported whole, and a name that is taken is left to what it stands for.
export async function send(to: string) {
  await api.sendEmail(new SendEmailRequest({ transactional_message_id: 1, to, identifiers: { email: to } }));
  await api.sendSMS(new CioSendSMSRequest({ transactional_message_id: 1, to, identifiers: { id: "1" } }));
  return SendSMSRequest;
}

export async function declared(to: string) {
  const request: SendEmailRequest = new SendEmailRequest({ transactional_message_id: 1, to, identifiers: { email: to } });
  await api.sendEmail(request);
}
