//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });
const identifiers = { id: "42" };
await cio.sendPush({ transactional_message_id: 1, identifiers, queue_draft: false });
await cio.sendPush({ transactional_message_id: 1, identifiers, queue_draft: true });
//                                                                          ^^^^ info[queue-draft-true]
