//@ sdk = 5.3.0
// What comes after 5.2 may pass on what 5.2 drops.
import { SendEmailRequest } from "customerio-node";

export const request = new SendEmailRequest({
  transactional_message_id: 3,
  to: "ada@example.com",
  identifiers: { id: "1" },
  cc: "office@example.com",
  messageData: {},
});
