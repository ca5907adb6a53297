//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function mapped(users: { id: string }[]) {
  await cio.batch(users.map((user) => ({ type: "person", action: "identify", identifiers: { id: user.id }, attributes: {} })));
  const operations: object[] = [];
  for (const user of users) {
    operations.push({ type: "person", action: "update", identifiers: { id: user.id } });
  }
  await cio.batch(operations);
}

async function send(action: string, id: string) {
  await cio.entity({ type: "person", action, identifiers: { id } });
}

await send("identify", "42");
await send("identfy", "42");
