//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const pipelines = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
const gone = { type: "person", action: "delete", identifiers: { id: "42" } };

export async function forget() {
  const result = await cio.batch([gone]);
  console.log(result, await cio.batch([gone]));
  await cio.track("42", { name: "forgotten" });
  await pipelines.batch([{ type: "track", userId: "42", event: "Forgotten" }]);
  return cio.batch([gone]);
}

export const later = () => cio.batch([gone]);
