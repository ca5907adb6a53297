//@ sdk = 4.5.1
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  transactional_message_id: 3,
  to: "ada@example.com",
  identifiers: { id: "1" },
  plaintext_body: "Hi",
//^^^^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `plaintext_body`: the SDK drops the option, and it never reaches Customer.io
  amp_body: "<html>",
//^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `amp_body`: the SDK drops the option, and it never reaches Customer.io
});
