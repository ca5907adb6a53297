import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function announce(data: any, rest: any[], segment: string) {
  await api.triggerBroadcast(12, { emails: ["ada@example.com"] }, { segment: { id: 7 } });
  await api.triggerBroadcast(12, {}, { emails: ["ada@example.com"] });
  await api.triggerBroadcast(12, data);
  await api.triggerBroadcast(12, { segment });
  await api.triggerBroadcast(12, { segment: { name: "pro" }, attribute: "plan" });
  await api.triggerBroadcast(12, { emails: 3, product: "shoes" });
  await api.triggerBroadcast(12, { product: "shoes", segment: { id: 7 } });
  await api.triggerBroadcast(12, { ids: ["1"] }, ...rest);
  await api.triggerBroadcast(12, { ...data, product: "shoes" });
}
