//@ customerio.json = { "account": { "events": ["signed_up"] } }
import { SendPushRequest } from "customerio-node";

export const request = new SendPushRequest({ transactional_message_id: 12, message_data: {}, identifiers: { id: "42" } });
