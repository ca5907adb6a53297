//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(opened: boolean) {
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "opened", timestamp: 1704067200 });
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "opened", timestamp: 1704067200 });
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: opened ? "opened" : "dismissed", timestamp: 1704067200 });
  await cio.batch([
    { type: "delivery", action: "event", identifiers: { id: "42" }, name: "converted", attributes: { device_token: "t" } },
  ]);
}
