import { APIClient, IdentifierType as Kind, TrackClient } from "customerio-node";
import * as sdk from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function found(id: string, address: string) {
  await cio.mergeCustomers(Kind.Id, id, Kind.CioId, address);
  await api.getAttributes(address, sdk.IdentifierType.Email);
  await api.getAttributes(address, sdk.IdentifierType.Phone);
}
