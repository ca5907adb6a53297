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

export async function returned(id: string, email: string): Promise<void> {
  await mailings.sendEmail(
    new SendEmailRequest({
      transactional_message_id: "returned",
      to: [email, "returns@shop.example"] as never, // transactional-invalid-recipient
      identifiers: { id },
      messageData: { id }, // dropped-option
      subjet: "We have it", // unknown-option
    } as never),
  );
}

export async function recall(product: string): Promise<void> {
  // broadcast-positional-recipients
  await mailings.triggerBroadcast(7, { emails: ["quality@shop.example"] });
  await mailings.triggerBroadcast(8, { product }, {
    ids: ["42"],
    email_add_duplicates: true, // broadcast-ineffective-flag
  } as never);
  await mailings.triggerBroadcast(9, { product }, {
    ids: ["42"],
    emails: ["quality@shop.example"], // broadcast-multiple-audiences
  } as never);
}

export async function vip(): Promise<void> {
  await mailings.sendPush(
    new SendPushRequest({
      transactional_message_id: "vip",
      identifiers: { id: "1", email: "owner@shop.example" }, // identifiers-cardinality
    }),
  );
}

export async function terms(id: string, email: string, file: Uint8Array): Promise<void> {
  const request = new SendEmailRequest({ transactional_message_id: "terms", to: email, identifiers: { id } });
  request.attach("terms.pdf", Buffer.from(file).toString("base64")); // attach-misuse
  await mailings.sendEmail(request);
}
