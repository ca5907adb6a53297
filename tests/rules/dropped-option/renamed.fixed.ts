//@ sdk = 4.5.1
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  transactional_message_id: 3,
  to: "ada@example.com",
  identifiers: { id: "1" },
  body_plain: "Hi",
  body_amp: "<html>",
});
