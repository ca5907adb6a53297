import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function announce(ids: string[]) {
  await api.triggerBroadcast(12, {}, { ids, id_ignore_missing: true } as any);
  await api.triggerBroadcast(12, {}, { ids } as any);
  await api.triggerBroadcast(12, {}, { ids, id_ignore_missing: true } as any);
  await api.triggerBroadcast(12, {}, {
    emails: ["ada@example.com"],
    email_ignore_missing: true,
  } as any);
  const flags = { email_add_duplicates: true };
  await api.triggerBroadcast(12, {}, { ids, ...flags } as any);
}
