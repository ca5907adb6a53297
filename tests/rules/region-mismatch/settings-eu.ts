//@ region = eu
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
//                     ^^^^^^^^^^^ warning[region-mismatch]: the settings say that the account is in the EU: requests are redirected through the US
