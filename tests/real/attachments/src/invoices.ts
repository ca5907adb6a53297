import { readFile } from "node:fs/promises";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CIO_APP_KEY!);

export async function sendInvoice(user: { id: string; email: string }, path: string) {
  const request = new SendEmailRequest({
    to: user.email,
    transactional_message_id: 8,
    identifiers: { id: user.id },
    message_data: { issued: new Date().toLocaleDateString("en") },
  });
  request.attach("invoice.pdf", await readFile(path));
  request.attach("terms.txt", Buffer.from("…").toString("base64"), { encode: false });
  await api.sendEmail(request);
}

export async function planted(user: { id: string; email: string }, path: string) {
  const request = new SendEmailRequest({
    to: user.email,
    transactional_message_id: 8,
    identifiers: { id: user.id },
    send_at: Date.now() + 60_000, // timestamp-milliseconds
  });
  request.attach("invoice.pdf", path);
  api.sendEmail(request).then(({ delivery_id }) => console.log(delivery_id)); // floating-promise
}
