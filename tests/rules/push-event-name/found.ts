//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(opened: boolean) {
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "open", timestamp: 1704067200 });
//                                                                 ^^^^^^ error[push-event-name]: `open` is not a valid event of a push notification
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "Opened", timestamp: 1704067200 });
//                                                                 ^^^^^^^^ warning[push-event-name]: `Opened` is not the documented spelling of the event of a push notification
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: opened ? "opened" : "dismissed", timestamp: 1704067200 });
//                                                                                     ^^^^^^^^^^^ error[push-event-name]: `dismissed` is not a valid event of a push notification
  await cio.batch([
    { type: "delivery", action: "event", identifiers: { id: "42" }, name: "converts", attributes: { device_token: "t" } },
//                                                                        ^^^^^^^^^^ error[push-event-name]: `converts` is not a valid event of a push notification
  ]);
}
