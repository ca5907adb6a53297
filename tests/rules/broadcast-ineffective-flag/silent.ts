import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function announce(ids: string[], flag: boolean, rest: any) {
  await api.triggerBroadcast(12, {}, { ids, id_ignore_missing: true });
  await api.triggerBroadcast(12, {}, { emails: ["a@b.c"], email_ignore_missing: true, email_add_duplicates: true });
  await api.triggerBroadcast(12, {}, { per_user_data: [], id_ignore_missing: true } as any);
  await api.triggerBroadcast(12, {}, { ids, email_ignore_missing: false } as any);
  await api.triggerBroadcast(12, {}, { ids, email_ignore_missing: flag } as any);
  await api.triggerBroadcast(12, {}, { ids, email_ignore_missing: true, ...rest });
  await api.triggerBroadcast(12, { email_ignore_missing: true }, { ids });
}
