import { SendEmailRequest, SendPushRequest } from "customerio-node";

const transactional_message_id = 3;

export const both = new SendPushRequest({ transactional_message_id, identifiers: { id: "42", email: "ada@example.com" } });
//                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `identifiers` has several keys, `id` and `email`: the API requires exactly one key and rejects the request
export const none = new SendPushRequest({ transactional_message_id, identifiers: { userId: "42" } as any });
//                                                                               ^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `identifiers` does not identify a person: the API rejects the request
export const empty = new SendPushRequest({ transactional_message_id, identifiers: { id: undefined } as any });
//                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `identifiers` does not identify a person: the API rejects the request

export const perhaps = (user: { id: string; email: string }) =>
  new SendEmailRequest({
    transactional_message_id,
    to: user.email,
    identifiers: {
//               ^+3 hint[identifiers-cardinality]: `identifiers` has several keys, `id` and `email`: the API rejects the request if more than one of them has a value
      id: user.id,
      email: user.email,
    },
  });

const ada = { id: "42", email: "ada@example.com" };
export const variable = new SendPushRequest({ transactional_message_id, identifiers: ada });
//                                                                                   ^^^ error[identifiers-cardinality]: `identifiers` has several keys, `id` and `email`: the API requires exactly one key and rejects the request
