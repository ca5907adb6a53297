import { APIClient, IdentifierType, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function all(person: { id: string; cio_id: string }, cioId: string) {
  await cio.identify(`cio_${person.cio_id}`, { plan: "pro" });
  await cio.identify("cio_" + person.cio_id, { plan: "pro" });
  await cio.identify(person.id, { plan: "pro" });
  // Nobody knows what it holds.
  await cio.identify(cioId, { plan: "pro" });
  // Here its kind is said.
  await api.getAttributes(person.cio_id, IdentifierType.CioId);
  await cio.mergeCustomers(IdentifierType.CioId, person.cio_id, IdentifierType.Id, person.id);
  await cio.batch([{ type: "person", action: "delete", identifiers: { cio_id: person.cio_id } }]);
}
