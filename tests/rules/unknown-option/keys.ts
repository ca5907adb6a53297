import { SendEmailRequest, SendPushRequest } from "customerio-node";

export const email = (mesage_data: object) =>
  new SendEmailRequest({
    transactional_message_id: 3,
    to: "ada@example.com",
    identifiers: { id: "1" },
    mesage_data,
//  ^^^^^^^^^^^ warning[unknown-option]: `SendEmailRequest` does not know `mesage_data`: it does not reach Customer.io
    reply_too: "office@example.com",
//  ^^^^^^^^^ warning[unknown-option]: `SendEmailRequest` does not know `reply_too`: it does not reach Customer.io
    order_number: 12,
//  ^^^^^^^^^^^^ warning[unknown-option]: `SendEmailRequest` does not know `order_number`: it does not reach Customer.io
  });

const options = { transactional_message_id: 3, identifiers: { id: "1" }, titel: "Shipped" };
//                                                                       ^^^^^ warning[unknown-option]: `SendPushRequest` does not know `titel`: it does not reach Customer.io
export const push = new SendPushRequest(options);
// The message is there under a name that is nearly right: that is all there is to say.
export const typo = new SendPushRequest({ transactional_mesage_id: 3, identifiers: { id: "1" } });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-option]: `SendPushRequest` does not know `transactional_mesage_id`: it does not reach Customer.io
