import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function announce(ids: string[]) {
  await api.triggerBroadcast(12, {}, { ids, email_ignore_missing: true } as any);
//                                          ^^^^^^^^^^^^^^^^^^^^ warning[broadcast-ineffective-flag]: `email_ignore_missing` has no effect with `ids`: the SDK drops it
  await api.triggerBroadcast(12, {}, { ids, email_add_duplicates: true } as any);
//                                          ^^^^^^^^^^^^^^^^^^^^ warning[broadcast-ineffective-flag]: `email_add_duplicates` has no effect with `ids`: the SDK drops it
  await api.triggerBroadcast(12, {}, { ids, email_ignore_missing: true, id_ignore_missing: true } as any);
//                                          ^^^^^^^^^^^^^^^^^^^^ warning[broadcast-ineffective-flag]: `email_ignore_missing` has no effect with `ids`: the SDK drops it
  await api.triggerBroadcast(12, {}, {
    emails: ["ada@example.com"],
    id_ignore_missing: true,
//  ^^^^^^^^^^^^^^^^^ warning[broadcast-ineffective-flag]: `id_ignore_missing` has no effect with `emails`: the SDK drops it
  } as any);
  const flags = { email_add_duplicates: true };
//                ^^^^^^^^^^^^^^^^^^^^ warning[broadcast-ineffective-flag]: `email_add_duplicates` has no effect with `ids`: the SDK drops it
  await api.triggerBroadcast(12, {}, { ids, ...flags } as any);
}
