// Kinds that are there, and what cannot be seen.
import { IdentifierType } from "customerio-node";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(kind: string, id: string) {
  await cio.mergeCustomers("id", id, "email", "a@example.com");
  await cio.mergeCustomers("cio_id", id, "id", "42");
  await cio.mergeCustomers(IdentifierType.Id, id, IdentifierType.Email, "a@example.com");
  await cio.mergeCustomers(kind as never, id, "email", id);
}
