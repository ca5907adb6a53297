import { SendEmailRequest, SendPushRequest } from "customerio-node";

export const email = (mesage_data: object) =>
  new SendEmailRequest({
    transactional_message_id: 3,
    to: "ada@example.com",
    identifiers: { id: "1" },
    mesage_data,
//  ^^^^^^^^^^^ warning[unknown-option]: unknown option `mesage_data` of `SendEmailRequest`
    reply_too: "office@example.com",
//  ^^^^^^^^^ warning[unknown-option]: unknown option `reply_too` of `SendEmailRequest`
    order_number: 12,
//  ^^^^^^^^^^^^ warning[unknown-option]: unknown option `order_number` of `SendEmailRequest`
  });

const options = { transactional_message_id: 3, identifiers: { id: "1" }, titel: "Shipped" };
//                                                                       ^^^^^ warning[unknown-option]: unknown option `titel` of `SendPushRequest`
export const push = new SendPushRequest(options);
// The message is there under a name that is nearly right: that is all there is to say.
export const typo = new SendPushRequest({ transactional_mesage_id: 3, identifiers: { id: "1" } });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-option]: unknown option `transactional_mesage_id` of `SendPushRequest`
