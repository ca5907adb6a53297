import { SendEmailRequest, SendInboxMessageRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

export function welcome(to: string, id: string, messageData: object, file: Buffer) {
  return new SendEmailRequest({
    transactionalMessageId: 3,
//  ^^^^^^^^^^^^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `transactionalMessageId`: the SDK drops the option, and it never reaches Customer.io
    to,
    identifiers: { id },
    messageData,
//  ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `messageData`: the SDK drops the option, and it never reaches Customer.io
    "sendAt": 1735689600,
//  ^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `sendAt`: the SDK drops the option, and it never reaches Customer.io
    cc: "office@example.com",
//  ^^ error[dropped-option]: `SendEmailRequest` does not send `cc`: the SDK drops the option, and it never reaches Customer.io
    attachments: { "terms.pdf": file },
//  ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `attachments`: the SDK drops the option, and it never reaches Customer.io
    auto_create: true,
//  ^^^^^^^^^^^ error[dropped-option]: `SendEmailRequest` does not send `auto_create`: the SDK drops the option, and it never reaches Customer.io
  });
}

export const push = new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "1" }, custom_device: {} });
//                                                                                               ^^^^^^^^^^^^^ error[dropped-option]: `SendPushRequest` does not send `custom_device`: the SDK drops the option, and it never reaches Customer.io
export const text = new SendSMSRequest({
  transactional_message_id: 3,
  identifiers: { id: "1" },
  from: "+41791234567",
//^^^^ error[dropped-option]: `SendSMSRequest` does not send `from`: the SDK drops the option, and it never reaches Customer.io
});

const options = { transactional_message_id: 3, identifiers: { id: "1" }, to: "all" };
//                                                                       ^^ error[dropped-option]: `SendInboxMessageRequest` does not send `to`: the SDK drops the option, and it never reaches Customer.io
export const inbox = new SendInboxMessageRequest(options);

export const both = new SendPushRequest({
  transactional_message_id: 3,
  transactionalMessageId: 4,
//^^^^^^^^^^^^^^^^^^^^^^ error[dropped-option]: `SendPushRequest` does not send `transactionalMessageId`: the SDK drops the option, and it never reaches Customer.io
  identifiers: { id: "1" },
});
