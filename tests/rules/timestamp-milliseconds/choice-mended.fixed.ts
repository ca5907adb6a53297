// Every use of the variable wants seconds: each branch is mended where it is written.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, text: boolean) {
  const at = text ? Math.floor(Date.now() / 1000) : Math.floor(Date.now() / 1000);
  await cio.identify(id, { created_at: at });
}
