//@ sdk = 4.5.1
//@ no-retry.severity = off
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function silent(args: [number, object, object], recipients: any) {
  await api.triggerBroadcast(12, {}, { segment: { id: 7 } });
  await api.triggerBroadcast(...args);
  await api.triggerBroadcast(12, {}, recipients);
}
