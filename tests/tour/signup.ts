import { APIClient, RegionEU, TrackClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_APP_API_KEY!);

export async function signUp(id: string, email: string) {
  await cio.identify(id, { email, created_at: Date.now() });
  await cio.track(id, { name: "SignedUp" });
}
