//@ region = eu
//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
//                     ^^^^^^^^^^^ warning[region-mismatch]: Customer.io redirects the requests to the EU, so all data passes through the US
