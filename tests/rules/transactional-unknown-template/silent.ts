import { SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };

export const requests = (id: string, rest: object) => [
  new SendPushRequest({ transactional_message_id: "999", identifiers }),
  new SendPushRequest({ transactional_message_id: 3, identifiers }),
  new SendPushRequest({ transactional_message_id: "your order", identifiers }),
  new SendPushRequest({ transactional_message_id: id, identifiers }),
  new SendPushRequest({ transactional_message_id: process.env.TEMPLATE_ID!, identifiers }),
  new SendPushRequest({ transactional_message_id: Number(process.env.TEMPLATE_ID), identifiers }),
  new SendPushRequest({ identifiers, transactional_message_id: "shipped", ...rest }),
];
