//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "receipt", "queueDrafts": true }, { "id": 13, "queueDrafts": true }, { "id": 14, "triggerName": "welcome", "queueDrafts": false }, { "id": 15, "triggerName": "other" }] } }
import { SendEmailRequest, SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };

export const queued = [
  new SendPushRequest({ transactional_message_id: "receipt", identifiers }),
//                                                ^^^^^^^^^ warning[queue-draft-true]: message `receipt` is set to queue drafts in Customer.io
  new SendPushRequest({ transactional_message_id: 12, identifiers }),
//                                                ^^ warning[queue-draft-true]: message `receipt` is set
  new SendPushRequest({ transactional_message_id: 13, identifiers }),
//                                                ^^ warning[queue-draft-true]: message 13 is set
];

export const sent = (rest: object, draft: boolean) => [
  new SendPushRequest({ transactional_message_id: "welcome", identifiers }),
  new SendPushRequest({ transactional_message_id: "other", identifiers }),
  new SendPushRequest({ transactional_message_id: "receipt", queue_draft: draft, identifiers }),
  new SendPushRequest({ transactional_message_id: "receipt", identifiers, ...rest }),
  new SendEmailRequest({ transactional_message_id: process.env.RECEIPT, to: "a@b.example", identifiers }),
];
