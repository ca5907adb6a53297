//@ region = eu
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!);
//                     ^^^^^^^^^^^ warning[region-mismatch]: TrackClient uses the US region by default, but the settings place the account in the EU
