//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const identifiers = { id: "42" };

await cio.batch([
  { type: "person", action: "event", identifiers, name: "signed_up", attributes: { plan: "pro" } },
  { type: "person", action: "event", identifiers, name: "signed_up", attributes: {} },
  { type: "person", action: "identify", identifiers, attributes: { plan: "pro" } },
  { type: "person", action: "identify", identifiers },
  { type: "person", action: "identify", identifiers },
  { type: "user", action: "identify", identifiers },
  { type: "track", userId: "42", event: "signed_up" },
  { type: "person", action: "track", identifiers, name: "signed_up" },
  { type: "person", action: "add_device", identifiers, device: { token: "t", platform: "ios" } },
  { type: "person", action: "add_device", identifiers, device: { token: "t", platform: "ios" } },
  { type: "person", action: "dance", identifiers },
  { type: "person", action: "event", identifiers },
  { type: "person", action: "merge", identifiers },
  { type: "object", action: "identify", identifiers },
  { type: "person", identifiers },
  { action: "identify", identifiers },
] as any);
await cio.batch({ type: "person", action: "delete", identifiers } as any);
await cio.entity([{ type: "person", action: "delete", identifiers }] as any);
