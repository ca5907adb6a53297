// Members that are there, and enumerations of others.
import { APIClient, IdentifierType } from "customerio-node";

enum Kind { ID = "id" }
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function silent(id: string) {
  await api.getAttributes(id, IdentifierType.Id);
  await api.getAttributes(id, IdentifierType.CioId);
  await api.getAttributes(id, Kind.ID as never);
  console.log(IdentifierType.toString());
}

export function other(IdentifierType: { ID: string }) {
  return IdentifierType.ID;
}
