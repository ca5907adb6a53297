//@ sdk = 2.1.1
import CIO from "customerio-node";

export const cio = new CIO(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
