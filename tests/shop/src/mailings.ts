// Messages of their own: what goes wrong on the way to the transactional API.
import { APIClient, RegionEU, SendEmailRequest, SendPushRequest } from "customerio-node";

const mailings = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });

export async function welcome(id: string, email: string): Promise<void> {
  // plain-object-request
  await mailings.sendEmail({ transactional_message_id: "welcome", to: email, identifiers: { id } });
}

export async function shipped(id: string): Promise<void> {
  const request = new SendPushRequest({ transactional_message_id: "shipped", identifiers: { id } });
  await mailings.sendEmail(request); // wrong-request-class
}

export async function invoice(id: string, email: string): Promise<void> {
  // transactional-missing-required: the person
  await mailings.sendEmail(new SendEmailRequest({ transactional_message_id: "invoice", to: email }));
}
