import { SendEmailRequest } from "customerio-node";

// Which version is installed is not known, and the names have changed.
export const request = (rest: object, key: string) =>
  new SendEmailRequest({
    transactional_message_id: 3,
    to: "ada@example.com",
    identifiers: { id: "1" },
    plaintext_body: "Hi",
    language: "de",
    message_data: { cc: "office@example.com", sendAt: 3 },
    cc: undefined,
    [key]: "whatever",
    ...rest,
  } as any);

class SendPushRequest {
  constructor(readonly options: object) {}
}
export const mine = new SendPushRequest({ messageData: {} });
