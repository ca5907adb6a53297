//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome" }, { "id": 13, "triggerName": "password_reset", "name": "Reset your password" }, { "id": 14, "triggerName": null, "name": "Receipt" }] } }
import { SendEmailRequest, SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };
const RESET = "passwordReset";

export const requests = (id: string, isNew: boolean) => [
  new SendPushRequest({ transactional_message_id: 12, identifiers }),
  new SendPushRequest({ transactional_message_id: "13", identifiers }),
  new SendPushRequest({ transactional_message_id: "Welcome", identifiers }),
  new SendPushRequest({ transactional_message_id: id, identifiers }),
  new SendPushRequest({ transactional_message_id: process.env.TEMPLATE_ID!, identifiers }),
  new SendPushRequest({ transactional_message_id: Number(process.env.TEMPLATE_ID), identifiers }),
  new SendPushRequest({ transactional_message_id: 15, identifiers }),
//                                                ^^ warning[transactional-unknown-template]: the account has no message with the id 15
  new SendPushRequest({ transactional_message_id: "99", identifiers }),
//                                                ^^^^ warning[transactional-unknown-template]: the account has no message with the id 99
  new SendPushRequest({ transactional_message_id: "welcom", identifiers }),
//                                                ^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `welcom`
  new SendPushRequest({ transactional_message_id: RESET, identifiers }),
//                                                ^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `passwordReset`
  new SendPushRequest({ transactional_message_id: "Reset your password", identifiers }),
//                                                ^^^^^^^^^^^^^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `Reset your password`
  new SendEmailRequest({ transactional_message_id: "receipt", to: "ada@example.com", identifiers }),
//                                                 ^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `receipt`
  new SendEmailRequest({ transactional_message_id: isNew ? "welcome" : "goodbye", to: "ada@example.com", identifiers }),
//                                                                     ^^^^^^^^^ warning[transactional-unknown-template]: the account has no message with the trigger name `goodbye`
  new SendEmailRequest({ transactional_message_id: "YOUR_TEMPLATE_ID", to: "ada@example.com", identifiers }),
//                                                 ^^^^^^^^^^^^^^^^^^ warning[transactional-unknown-template]: `YOUR_TEMPLATE_ID` is a placeholder
];
