//@ region = eu
//@ sdk = 4.5.0
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
//                     ^^^^^^^^^^^ warning[region-mismatch]: Customer.io redirects the requests, this SDK version sends the wrong body, and they fail
