// The module's name that means something else where a fix writes it.
import * as sdk from "customerio-node";

export const eu = (sdk: string) => sdk;
const cio = new sdk.TrackClient("a", "b", { region: "eu" as any });
export function client(sdk: string) {
  return [cio, sdk];
}
const api = new sdk.APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export async function send(sdk: string, to: string) {
  await api.sendEmail({ transactional_message_id: 1, identifiers: { id: sdk }, to } as any);
}
