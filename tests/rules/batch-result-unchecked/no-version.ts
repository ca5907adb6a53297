import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const gone = { type: "person", action: "delete", identifiers: { id: "42" } };

// With which version is not known.
export async function forget() {
  await cio.batch([gone]);
}
