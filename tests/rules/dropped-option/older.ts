//@ sdk = 3.1.0
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  transactional_message_id: 3,
  to: "ada@example.com",
  identifiers: { id: "1" },
  body_plain: "Hi",
//^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `body_plain`: it does not reach Customer.io
  plaintext_body: "Hi",
  send_at: 1735689600,
//^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `send_at`: it does not reach Customer.io
  language: "de",
//^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `language`: it does not reach Customer.io
});
