import { Analytics } from "@segment/analytics-node";
import { PipelinesClient, TrackClient } from "customerio-node";

const segment = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });
const cdp = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, user: { createdAt: Date; createdAtUnix: number }) {
  segment.track({ userId: id, event: "Signed Up", timestamp: new Date() });
  await cdp.track({ userId: id, event: "Order Placed", timestamp: new Date().toISOString() });
  await cio.identify(id, { created_at: Math.floor(user.createdAt.getTime() / 1000) });
  await cio.identify(id, { created_at: user.createdAtUnix });
  await cio.identify(id, { version: "2024-01-01", plan: "2024", timezone: "Europe/Zurich" });
  await cio.identify(id, { year: new Date().getFullYear(), locale_time: new Date().getHours() });
  await cio.identify(id, { created_at: undefined, last_login_at: null });
}
