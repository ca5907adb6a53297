import { SendEmailRequest } from "customerio-node";

const inline = { from: "shop@example.com", subject: "Your order", body: "It is on its way." };

export const one = new SendEmailRequest({ to: "ada@example.com", identifiers: { id: "42" }, ...inline });
//                     ^^^^^^^^^^^^^^^^ info[inline-email-without-template-id]: email without `transactional_message_id`: Customer.io counts its deliveries and opens for transactional message 1
