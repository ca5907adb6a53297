import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const trigger = (audience: object) => api.triggerBroadcast(12, audience as any);

await api.triggerBroadcast(12, {}, { emails: ["ada@example.com"] });
await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
await api.triggerBroadcast(12, {}, { and: [{ segment: { id: 7 } }, { attribute: { field: "plan", operator: "eq", value: "pro" } }] });
const audience = { ids: ["1", "2"], id_ignore_missing: true };
await api.triggerBroadcast(12, {}, audience);
await trigger({ ids: ["1"] });

export async function some(people: { id: string }[]) {
  await api.triggerBroadcast(12, { ids: people.map((person) => person.id) });
  await api.triggerBroadcast(12, { product: "shoes", emails: ["ada@example.com"] });
}
