//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });
await cio.sendPush({ transactional_message_id: 1, identifiers: { id: "42" } });
await cio.sendPush({ transactional_message_id: 1, identifiers: { id: "42", email: "ada@example.com" } });
//                                                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[identifiers-cardinality]
