//@ sdk = 5.2.0
import { TrackClient, IdentifierType } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function merge(kept: string, gone: string) {
  await cio.mergeCustomers(IdentifierType.Id, kept, IdentifierType.CioId, gone);
  await cio.mergeCustomers(IdentifierType.Id, kept, IdentifierType.CioId, gone);
}
