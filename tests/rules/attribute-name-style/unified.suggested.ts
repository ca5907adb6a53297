//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const changed = (id: string, planName: string) => cio.identify(id, { plan_name: planName });
export const changedAgain = (id: string, planName: string) => cio.identify(id, { plan_name: planName });
export const changedToo = (id: string, planName: string) =>
  cio.identify(id, { plan_name: planName });
