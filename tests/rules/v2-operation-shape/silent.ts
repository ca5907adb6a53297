//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function silent(id: string, action: string, rest: object, operation: any, operations: any[]) {
  const identifiers = { id };
  await cio.batch(operations);
  await cio.batch([operation, ...operations]);
  await cio.batch([{ ...rest }] as any);
  await cio.batch([
    { type: "person", action, identifiers },
    { type: "person", action: "event", identifiers, ...rest },
    { type: "person", action: "event", identifiers, name: "signed_up", attributes: { data: 1, properties: 2 } },
    { type: "person", action: "event", anonymous_id: "a1", name: "signed_up" },
    { type: "person", action: "merge", primary: { id }, secondary: { email: "a@b.c" } },
    { type: "person", action: "add_device", identifiers, device: { token: "t", platform: "ios" } },
    { type: "object", action: "identify", identifiers: { object_type_id: "1", object_id: "2" }, attributes: {} },
    { type: "object", action: "delete", identifiers: { cio_object_id: "ob1" } },
    { type: "delivery", action: "event", identifiers, name: "opened", attributes: { device_token: "t" } },
  ]);
  await cdp.batch([{ type: "track", userId: id, event: "Signed Up", properties: {} }]);
}

// Somebody else's batch.
export const other = (queue: { batch(items: unknown[]): void }) => queue.batch([{ type: "track", data: {} }]);
