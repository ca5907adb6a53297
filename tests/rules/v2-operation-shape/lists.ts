//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function mapped(users: { id: string }[]) {
  await cio.batch(users.map((user) => ({ type: "person", action: "identify", identifiers: { id: user.id }, data: {} })));
//                                                                                                         ^^^^ error[v2-operation-shape]: `data` is not a key of an operation, which expects `attributes`
  const operations: object[] = [];
  for (const user of users) {
    operations.push({ type: "person", action: "update", identifiers: { id: user.id } });
//                                            ^^^^^^^^ error[v2-operation-shape]: `update` is not an action of the type `person`
  }
  await cio.batch(operations);
}

async function send(action: string, id: string) {
  await cio.entity({ type: "person", action, identifiers: { id } });
}

await send("identify", "42");
await send("identfy", "42");
//         ^^^^^^^^^ error[v2-operation-shape]: `identfy` is not an action of the type `person`
