//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });
const identifiers = { id: "42" };
await cio.sendInApp({ transactional_message_id: 1, identifiers, send_at: Math.floor(Date.now() / 1000) + 60 });
await cio.sendInApp({ transactional_message_id: 1, identifiers, send_at: 60 });
//                                                                       ^^ warning[send-at-out-of-range]
