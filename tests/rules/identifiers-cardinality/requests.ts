import { SendEmailRequest, SendPushRequest } from "customerio-node";

const transactional_message_id = 3;

export const both = new SendPushRequest({ transactional_message_id, identifiers: { id: "42", email: "ada@example.com" } });
//                                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: exactly one key names a person: with `id` and `email` the request is invalid
export const none = new SendPushRequest({ transactional_message_id, identifiers: { userId: "42" } as any });
//                                                                               ^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `identifiers` names nobody: none of `id`, `email`, `cio_id` is there
export const empty = new SendPushRequest({ transactional_message_id, identifiers: { id: undefined } as any });
//                                                                                ^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]: `identifiers` names nobody: none of `id`, `email`, `cio_id` is there

export const perhaps = (user: { id: string; email: string }) =>
  new SendEmailRequest({
    transactional_message_id,
    to: user.email,
    identifiers: {
//               ^+3 hint[identifiers-cardinality]: exactly one key names a person: with `id` and `email` both set, the request is invalid
      id: user.id,
      email: user.email,
    },
  });

const ada = { id: "42", email: "ada@example.com" };
export const variable = new SendPushRequest({ transactional_message_id, identifiers: ada });
//                                                                                   ^^^ error[identifiers-cardinality]: exactly one key names a person: with `id` and `email` the request is invalid
