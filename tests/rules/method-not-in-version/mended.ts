//@ sdk = 3.3.4
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const join = (a: string, b: string) => cio.mergeCustomers("id", a, "id", b);
