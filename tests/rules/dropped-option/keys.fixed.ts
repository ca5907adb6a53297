import { SendEmailRequest, SendInboxMessageRequest, SendPushRequest, SendSMSRequest } from "customerio-node";

export function welcome(to: string, id: string, messageData: object, file: Buffer) {
  return new SendEmailRequest({
    transactional_message_id: 3,
    to,
    identifiers: { id },
    message_data: messageData,
    send_at: 1735689600,
    cc: "office@example.com",
    attachments: { "terms.pdf": file },
    auto_create: true,
  });
}

export const push = new SendPushRequest({ transactional_message_id: 3, identifiers: { id: "1" }, device: {} });
export const text = new SendSMSRequest({
  transactional_message_id: 3,
  identifiers: { id: "1" },
  from: "+41791234567",
});

const options = { transactional_message_id: 3, identifiers: { id: "1" }, to: "all" };
export const inbox = new SendInboxMessageRequest(options);

export const both = new SendPushRequest({
  transactional_message_id: 3,
  transactionalMessageId: 4,
  identifiers: { id: "1" },
});
