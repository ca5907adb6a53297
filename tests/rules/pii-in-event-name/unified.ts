//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const invited = (id: string, friend: { email: string }) =>
  cio.track(id, { name: `invited_${friend.email}` });
//                      ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[pii-in-event-name]
