import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
await api.triggerBroadcast(12, {}, { segment: { name: "vip" } } as any);
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "eq", value: "pro" } });
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "exists" } });
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "eq" } });
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", value: "pro" } });
await api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator: "contains", value: "pro" } });
await api.triggerBroadcast(12, {}, { and: [{ segment: { id: 7 } }] });
await api.triggerBroadcast(12, {}, { not: { segment: { id: 7 } } });
await api.triggerBroadcast(12, {}, { or: [{ segment: { id: 7 } }, { segment: { id: 8 } }] });
await api.triggerBroadcast(12, {}, { segment: { id: 7 }, attribute: { field: "plan", operator: "exists" } });
await api.triggerBroadcast(12, {}, { group: "vip" } as any);
await api.triggerBroadcast(12, {}, ["ada@example.com"] as any);

export const notify = (operator: string) =>
  api.triggerBroadcast(12, {}, { attribute: { field: "plan", operator, value: "pro" } });
await notify("eq");
