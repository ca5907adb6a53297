import { SendEmailRequest, SendPushRequest } from "customerio-node";

const transactional_message_id = 3;

export const both = new SendPushRequest({ transactional_message_id, identifiers: { id: "42" } });
export const none = new SendPushRequest({ transactional_message_id, identifiers: { userId: "42" } as any });
export const empty = new SendPushRequest({ transactional_message_id, identifiers: { id: undefined } as any });

export const perhaps = (user: { id: string; email: string }) =>
  new SendEmailRequest({
    transactional_message_id,
    to: user.email,
    identifiers: {
      id: user.id,
    },
  });

const ada = { id: "42", email: "ada@example.com" };
export const variable = new SendPushRequest({ transactional_message_id, identifiers: ada });
