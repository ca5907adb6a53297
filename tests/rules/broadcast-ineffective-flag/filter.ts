import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function launch() {
  await api.triggerBroadcast(12, {}, { segment: { id: 7 }, id_ignore_missing: true } as any);
//                                                         ^^^^^^^^^^^^^^^^^ info[broadcast-ineffective-flag]: `id_ignore_missing` is sent as part of the filter: the API accepts a single property there, and what it does with a flag is not documented
  await api.triggerBroadcast(12, {}, { segment: { id: 7 }, id_ignore_missing: false } as any);
  await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
}
