// Types of the SDK that a fix needs as values.
import type { RegionEU, SendEmailRequest } from "customerio-node";
import type * as types from "customerio-node";
import { APIClient, TrackClient, type IdentifierType } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export const a = new TrackClient("a", "b", { region: "eu" as any });
export const b: RegionEU | SendEmailRequest | types.RegionUS | undefined = undefined;
export async function send(id: string, to: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id }, to } as any);
}
export async function merge(cio: TrackClient, id: string, type: IdentifierType) {
  await cio.mergeCustomers("ID" as any, id, type, id);
}
