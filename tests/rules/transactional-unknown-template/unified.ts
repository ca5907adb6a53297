//@ customerio.json = { "account": { "messages": [{ "id": 12, "triggerName": "welcome", "data": ["first_name"] }, { "id": 13, "triggerName": "receipt", "data": [] }] } }
//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });
const identifiers = { id: "42" };
await cio.sendPush({ transactional_message_id: "welcome", identifiers, message_data: { first_name: "Ada" } });
await cio.sendPush({ transactional_message_id: "welcom", identifiers });
//                                             ^^^^^^^^ warning[transactional-unknown-template]
