//@ floating-promise.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  cio.track(id, { name: "seen" });
}
