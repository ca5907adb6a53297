import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function silent(id: number, filter: any, operator: string, flag: boolean) {
  await api.triggerBroadcast(12, {}, { segment: { id } });
  await api.triggerBroadcast(12, {}, { segment: filter });
  await api.triggerBroadcast(12, {}, filter);
  await api.triggerBroadcast(12, {}, { ...filter, id: 7 });
  await api.triggerBroadcast(12, {}, {});
  await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator, value: "pro" } });
  await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "exists" } });
  await api.triggerBroadcast(12, {}, { and: [{ segment: { id: 7 } }, { not: { segment: { id: 8 } } }] });
  await api.triggerBroadcast(12, {}, { or: filter });
  await api.triggerBroadcast(12, {}, { emails: ["ada@example.com"] });
  await api.triggerBroadcast(12, {}, flag ? { segment: { id: 7 } } : filter);
  await api.triggerBroadcast(12, { segment: 7, product: "tea" }, { segment: { id: 7 } });
}
