import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const send = (to: string) =>
  api.sendEmail(new SendEmailRequest({ to, identifiers: { email: to }, transactional_message_id: 3 }));

export async function all(addresses: string[]) {
  await Promise.all(addresses.map(send));
//                                ^^^^ warning[rate-limit-unhandled]: `send` is called for all elements at once
  await Promise.all(["orders@example.com", "returns@example.com"].map(send));
  for (let at = 0; at < addresses.length; at += 10) {
    await Promise.all(addresses.slice(at, at + 10).map(send));
  }
}
