import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function launch() {
  await api.triggerBroadcast(12, {}, { segment: { id: 7 }, id_ignore_missing: true } as any);
//                                                         ^^^^^^^^^^^^^^^^^ info[broadcast-ineffective-flag]: `id_ignore_missing` is sent inside the filter, where the API accepts one property
  await api.triggerBroadcast(12, {}, { segment: { id: 7 }, id_ignore_missing: false } as any);
  await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
}
