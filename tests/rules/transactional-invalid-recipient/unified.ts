//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });
const identifiers = { id: "42" };
await cio.sendEmail({ transactional_message_id: 1, to: "ada@example.com", identifiers });
await cio.sendEmail({ transactional_message_id: 1, to: "ada.example.com", identifiers });
//                                                     ^^^^^^^^^^^^^^^^^ error[transactional-invalid-recipient]
