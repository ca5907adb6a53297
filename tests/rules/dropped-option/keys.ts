import { SendEmailRequest, SendInboxMessageRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

export function welcome(to: string, id: string, messageData: object, file: Buffer) {
  return new SendEmailRequest({
    transactionalMessageId: 3,
//  ^^^^^^^^^^^^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `transactionalMessageId`: it does not reach Customer.io
    to,
    identifiers: { id },
    messageData,
//  ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `messageData`: it does not reach Customer.io
    "sendAt": 1735689600,
//  ^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `sendAt`: it does not reach Customer.io
    cc: "office@example.com",
//  ^^ error[dropped-option]: `SendEmailRequest` drops `cc`: it does not reach Customer.io
    attachments: { "terms.pdf": file },
//  ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `attachments`: it does not reach Customer.io
    auto_create: true,
//  ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` drops `auto_create`: it does not reach Customer.io
  });
}

export const push = new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "1" }, custom_device: {} });
//                                                                                               ^^^^^^^^^^^^^ error[dropped-option]: `SendPushRequest` drops `custom_device`: it does not reach Customer.io
export const text = new SendSMSRequest({
  transactional_message_id: 3,
  identifiers: { id: "1" },
  from: "+41791234567",
//^^^^ error[dropped-option]: `SendSMSRequest` drops `from`: it does not reach Customer.io
});

const options = { transactional_message_id: 3, identifiers: { id: "1" }, to: "all" };
//                                                                       ^^ error[dropped-option]: `SendInboxMessageRequest` drops `to`: it does not reach Customer.io
export const inbox = new SendInboxMessageRequest(options);

export const both = new SendPushRequest({
  transactional_message_id: 3,
  transactionalMessageId: 4,
//^^^^^^^^^^^^^^^^^^^^^^ error[dropped-option]: `SendPushRequest` drops `transactionalMessageId`: it does not reach Customer.io
  identifiers: { id: "1" },
});
