//@ sdk = 5.2.0+next
import { CustomerIO } from "customerio-node";

const cio = new CustomerIO({ apiKey: process.env.CIO_API_KEY });

export const signedUp = (id: string) => cio.track(id, { name: "signed_up" });
export const signedUpAgain = (id: string) => cio.track(id, { name: "signed_up" });
export const signedUpToo = (id: string) => cio.track(id, { name: "SignedUp" });
//                                                               ^^^^^^^^^^ warning[event-name-inconsistent]: `SignedUp`
