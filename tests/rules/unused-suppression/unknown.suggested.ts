import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "signed_up" });
}
