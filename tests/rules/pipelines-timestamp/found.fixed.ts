//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function found(userId: string, date: Date) {
  await cdp.track({ userId, event: "Order Completed", timestamp: new Date().toISOString() });
  await cdp.track({ userId, event: "Order Completed", timestamp: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString() });
  await cdp.identify({ userId, timestamp: date.getTime() / 1000 });
  await cdp.page({ userId, timestamp: new Date(1704067200 * 1000).toISOString() });
  const timestamp = Date.now();
  await cdp.screen({ userId, timestamp });
  const event = { userId, event: "Order Completed", timestamp: Date.now() };
  await cdp.track(event);
  await cdp.batch([{ type: "track", userId, event: "Order Completed", timestamp: new Date(1704067200000).toISOString() }]);
}
