//@ customerio.json = { "account": { "messages": [{ "id": 12 }, { "triggerName": "welcome" }] } }
// The number may be that of the second message, the name that of the first.
import { SendPushRequest } from "customerio-node";

const identifiers = { id: "42" };

export const requests = [
  new SendPushRequest({ transactional_message_id: 13, identifiers }),
  new SendPushRequest({ transactional_message_id: "welcom", identifiers }),
];
