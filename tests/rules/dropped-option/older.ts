//@ sdk = 3.1.0
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  transactional_message_id: 3,
  to: "ada@example.com",
  identifiers: { id: "1" },
  body_plain: "Hi",
//^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `body_plain`: the SDK drops the option, and it never reaches Customer.io
  plaintext_body: "Hi",
  send_at: 1735689600,
//^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `send_at`: the SDK drops the option, and it never reaches Customer.io
  language: "de",
//^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `language`: the SDK drops the option, and it never reaches Customer.io
});
