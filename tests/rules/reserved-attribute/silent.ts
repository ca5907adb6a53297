import { PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_PIPELINES_WRITE_KEY!);
const db = { insert: (row: Record<string, unknown>) => row };

export async function all(id: string, more: Record<string, string>) {
  await cio.identify(id, { email: "ada@example.com", _update: true, _timestamp: 1704067200 });
  await cio.identify(id, { cio_subscription_preferences: { topics: { topic_1: true } }, ...more });
  await cio.identify(id, { id, anonymous_id: "7", phone: "+41791234567", language: "de-CH" });
  await cio.track(id, { name: "merged", data: { _source: "crm", cio_id: "03000010" } });
  await pipelines.identify({ userId: id, traits: { _plan: "pro" } });
  db.insert({ cio_id: "03000010", _id: id });
}
