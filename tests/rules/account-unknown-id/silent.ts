//@ customerio.json = { "account": { "pulled": { "broadcasts": [{ "id": 7, "state": "running" }, { "id": 8 }, { "id": 9, "state": "draft" }], "segments": [{ "id": "2" }] } } }
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function send(id: number, isSale: boolean) {
  await api.triggerBroadcast(7, {}, { ids: ["42"] });
  await api.triggerBroadcast("8", {}, { ids: ["42"] });
  await api.triggerBroadcast(id, {}, { ids: ["42"] });
  await api.triggerBroadcast(process.env.BROADCAST_ID!, {}, { ids: ["42"] });
  await api.triggerBroadcast(isSale ? 7 : id, {}, { ids: ["42"] });
  // A list with a mistake says nothing of what the account lacks.
  await api.triggerBroadcast(7, {}, { segment: { id: 3 } });
}
