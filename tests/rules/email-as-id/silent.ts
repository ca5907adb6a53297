import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function all(user: { id: string; email: string }, who: string) {
  await cio.identify(user.email, { plan: "pro" });
  await cio.track(who, { name: "left" });
  await cio.track(`cio_${user.id}`, { name: "left" });
  return api.getCustomersByEmail(user.email);
}
