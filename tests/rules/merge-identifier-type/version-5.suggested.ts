//@ sdk = 5.2.0
import { IdentifierType, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, other: string) {
  await cio.mergeCustomers(IdentifierType.Id, id, IdentifierType.CioId, other);
  await cio.mergeCustomers("id", id, "userName", other);
  await cio.mergeCustomers(IdentifierType.Email, "a@example.com", IdentifierType.Email, "b@example.com");
  await cio.mergeCustomers(IdentifierType.Id, id, IdentifierType.Email, "b@example.com");
}
