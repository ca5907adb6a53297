//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const seen = () =>
  cio.identify("42", { created_at: Math.floor(Date.now() / 1000) });
