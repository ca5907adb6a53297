//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const bought = (id: string, orderId: string) =>
  cio.track(id, { name: `bought_${orderId}` });
//                      ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
