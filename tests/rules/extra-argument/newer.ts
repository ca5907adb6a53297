//@ sdk = 6.0.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.identify("42", { plan: "pro" }, { timeout: 500 });
