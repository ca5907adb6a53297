//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const seen = () =>
  cio.identify("42", { timezone: "GMT+2" });
//                               ^^^^^^^ warning[timezone-invalid]
