//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(event: string) {
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "delivered", timestamp: 1704067200 });
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event, timestamp: 1704067200 } as any);
  await cio.track("42", { name: "open" });
  await cio.batch([{ type: "person", action: "event", identifiers: { id: "42" }, name: "open" }]);
}
