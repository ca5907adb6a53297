// Things that only look like a Customer.io call that takes a time.
import { Analytics } from "@segment/analytics-node";
import { PipelinesClient, TrackClient, type APIClient } from "customerio-node";
import mixpanel from "./mixpanel";

const segment = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });
const cdp = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  timeout: 10000,
  retry: { maxRetries: 2 },
});

export async function others(id: string) {
  segment.identify({ userId: id, timestamp: new Date(), traits: { created_at: Date.now() } });
  segment.track({ userId: id, event: "SignedUp", timestamp: new Date() });
  mixpanel.track("Signed Up", { created_at: Date.now() });
  await cdp.identify({ userId: id, timestamp: new Date().toISOString(), traits: { created_at: Date.now() } });
  await cdp.track({ userId: id, event: "Order Placed", timestamp: new Date().toISOString() });
}

export async function shadowed(id: string, cio: { identify(id: string, data: object): Promise<void> }) {
  await cio.identify(id, { created_at: Date.now() });
}

export async function inBlock(id: string) {
  {
    const cio = mixpanel;
    cio.identify(id, { created_at: Date.now() });
  }
  for (const cio of [mixpanel]) {
    cio.identify(id, { created_at: Date.now() });
  }
}

export async function reassigned(id: string, other: any) {
  let client: any = cio;
  client = other;
  await client.identify(id, { created_at: Date.now() });
}

export async function unknownValues(id: string, api: APIClient, row: any, cursor: string) {
  await cio.identify(id, { created_at: row.created_at });
  await cio.identify(id, row);
  await cio.identify(id, { ...row, plan: "free" });
  await api.listActivities({ start: cursor, limit: 10 });
  await api.getTransactionalMessageMetrics(3, { period: "days", steps: 12 });
  await cio.identify(id, { avatar: `https://cdn.example/${id}?v=${Date.now()}` });
  console.log({ created_at: Date.now() });
}
