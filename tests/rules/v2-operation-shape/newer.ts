//@ sdk = 6.0.0
// What a coming version takes is not known.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

await cio.batch([{ type: "person", action: "wave", identifiers: { id: "42" } }] as any);
