//@ sdk = 3.3.4
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, other: string) {
  await cio.mergeCustomers("id", id, "cio_id", other);
  await cio.mergeCustomers("id", id, "userName", other);
  await cio.mergeCustomers("id", "a@example.com", "cio_id", "b@example.com");
}
