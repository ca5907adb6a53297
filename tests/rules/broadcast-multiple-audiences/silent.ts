import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function announce(ids: string[] | undefined, emails: string[] | undefined, rest: any) {
  await api.triggerBroadcast(12, {}, { ids, emails } as any);
  await api.triggerBroadcast(12, {}, { ids: ["1"], emails: undefined } as any);
  await api.triggerBroadcast(12, {}, { ids: ["1"], id_ignore_missing: true });
  await api.triggerBroadcast(12, {}, { ids: ["1"], emails: ["ada@example.com"], ...rest });
  await api.triggerBroadcast(12, { ids: ["1"], emails: ["ada@example.com"] }, { segment: { id: 7 } });
  await api.triggerBroadcast(12, {}, { ...(ids ? { ids: ["1"] } : { emails: ["ada@example.com"] }) } as any);
}
