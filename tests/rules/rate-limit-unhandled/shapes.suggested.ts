//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function events(ids: string[], load: () => Promise<string[]>) {
  const operations = Array.from(ids, (id) => ({
    type: "person" as const, identifiers: { id }, action: "event" as const, name: "renewed",
  }));
  if (operations.length > 0) {
    const { errors } = await cio.batch(operations);
    if (errors?.length) throw new Error(`Customer.io did not take ${errors.length} of ${operations.length} events`);
  }
  const items2 = await load();
  for (let start = 0; start < items2.length; start += 100) {
    // The Track API asks for at most 1000 requests per second.
    if (start > 0) await new Promise((resolve) => setTimeout(resolve, 1000));
    await Promise.all(items2.slice(start, start + 100).map((id) => cio.identify(id, { plan: "free" })));
  }
  const found = await Promise.all(ids.map((id) => api.getAttributes(id)));
  return found;
}

export async function again(ids: string[], load: () => Promise<string[]>) {
  const operations = Array.from(ids, (id) => ({
    type: "person" as const, identifiers: { id }, action: "event" as const, name: "renewed",
  }));
  if (operations.length > 0) {
    const { errors } = await cio.batch(operations);
    if (errors?.length) throw new Error(`Customer.io did not take ${errors.length} of ${operations.length} events`);
  }
  const operations2 = Array.from(ids, (id) => ({
    type: "person" as const, identifiers: { id }, action: "event" as const, name: "sent",
  }));
  if (operations2.length > 0) {
    const { errors } = await cio.batch(operations2);
    if (errors?.length) throw new Error(`Customer.io did not take ${errors.length} of ${operations2.length} events`);
  }
}
