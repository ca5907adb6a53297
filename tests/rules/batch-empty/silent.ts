//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const operations: object[] = [];
operations.push({ type: "person", action: "delete", identifiers: { id: "42" } });
await cio.batch(operations);

export async function silent(users: string[], rest: object) {
  await cio.batch([...users] as never);
  await cio.entity({ ...rest });
  await cio.addCustomersToSegment(7, users);
}
