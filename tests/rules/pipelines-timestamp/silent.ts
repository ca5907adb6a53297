//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(userId: string, date: Date, timestamp: string, row: { at: any }) {
  await cdp.track({ userId, event: "Order Completed", timestamp: new Date().toISOString() });
  await cdp.track({ userId, event: "Order Completed", timestamp: "2024-01-01T00:00:00Z" });
  await cdp.track({ userId, event: "Order Completed", timestamp });
  await cdp.track({ userId, event: "Order Completed", timestamp: row.at });
  await cdp.track({ userId, event: "Order Completed", timestamp: date as any });
  await cdp.track({ userId, event: "Order Completed", properties: { timestamp: Date.now() } });
  await cio.track(userId, { name: "trial_ended", timestamp: Math.floor(Date.now() / 1000) });
}
