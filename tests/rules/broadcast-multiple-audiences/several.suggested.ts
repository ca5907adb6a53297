import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

await api.triggerBroadcast(12, {}, { ids: ["1"] } as any);
await api.triggerBroadcast(12, {}, {
  ids: ["1"],
} as any);
const audience: any = {
  // Those of last year.
  emails: ["ada@example.com"],
  per_user_data: [{ email: "ada@example.com", data: {} }], // and this one
};
await api.triggerBroadcast(12, {}, audience);
