//@ region = eu
//@ sdk = 3.4.1
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
//                     ^^^^^^^^^^^ warning[region-mismatch]: requests for an EU account fail with 301 (wrong datacenter)
