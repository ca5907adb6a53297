//@ sdk = 3.2.0
// The call is there and never works.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const join = (a: string, b: string) => cio.mergeCustomers("id", a, "id", b);
//                                                ^^^^^^^^^^^^^^ error[method-not-in-version]: in customerio-node 3.2.0, `mergeCustomers` sends to the wrong host and always fails
export const left = (id: string) => cio.destroy(id);
