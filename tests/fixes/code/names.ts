// Names that a fix adds and that mean something else here.
import type { RegionEU, SendEmailRequest } from "customerio-node";
import { APIClient, TrackClient, type IdentifierType } from "customerio-node";
import sdk = require("customerio-node");
import * as all from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export const a = new TrackClient("a", "b", { region: "eu" as any });
interface RegionUS {}
export const b = new TrackClient("a", "b", { region: "us" as any });
export const c: RegionEU | RegionUS | undefined = undefined;

export async function parameter(id: string, SendEmailRequest: unknown, to: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to } as any);
}
export async function local(id: string, to: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to } as any);
}
export async function merge(cio: TrackClient, id: string, type: IdentifierType) {
  await cio.mergeCustomers("ID" as any, id, type, id);
  await cio.mergeCustomers("ID", id, "email", id);
}
export const d = new sdk.TrackClient("a", "b", { region: "eu" as any });
export const e = new all.TrackClient("a", "b", { region: "eu" as any });
