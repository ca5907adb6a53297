import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function all(email: string) {
  const found: any = await api.getCustomersByEmail(email);
  await cio.identify(`cio_${found.results[0].cio_id}`, { plan: "pro" });
  const id = found.results[0].cio_id;
  await cio.destroy(id);
}
