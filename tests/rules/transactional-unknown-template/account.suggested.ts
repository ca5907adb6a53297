//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome" }, { "id": 13, "triggerName": "password_reset", "name": "Reset your password" }, { "id": 14, "triggerName": null, "name": "Receipt" }] } }
import { SendEmailRequest, SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };
const RESET = "password_reset";

export const requests = (id: string, isNew: boolean) => [
  new SendPushRequest({ transactional_message_id: 12, identifiers }),
  new SendPushRequest({ transactional_message_id: "13", identifiers }),
  new SendPushRequest({ transactional_message_id: "Welcome", identifiers }),
  new SendPushRequest({ transactional_message_id: id, identifiers }),
  new SendPushRequest({ transactional_message_id: process.env.TEMPLATE_ID!, identifiers }),
  new SendPushRequest({ transactional_message_id: Number(process.env.TEMPLATE_ID), identifiers }),
  new SendPushRequest({ transactional_message_id: 15, identifiers }),
  new SendPushRequest({ transactional_message_id: "99", identifiers }),
  new SendPushRequest({ transactional_message_id: "welcome", identifiers }),
  new SendPushRequest({ transactional_message_id: RESET, identifiers }),
  new SendPushRequest({ transactional_message_id: "password_reset", identifiers }),
  new SendEmailRequest({ transactional_message_id: 14, to: "ada@example.com", identifiers }),
  new SendEmailRequest({ transactional_message_id: isNew ? "welcome" : "goodbye", to: "ada@example.com", identifiers }),
  new SendEmailRequest({ transactional_message_id: "YOUR_TEMPLATE_ID", to: "ada@example.com", identifiers }),
];
