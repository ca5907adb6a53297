// Who belongs to which segment.
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });

export async function regulars(customers: { id: string }[]): Promise<void> {
  await cio.addToSegment(7, customers.map((customer) => customer.id)); // method-not-in-version
  for (const customer of customers) {
    await api.identify(customer.id, { regular: true }); // unknown-method
  }
}
