// What an assertion or a function of the file says of a value holds behind it.
import assert from "node:assert";
import { TrackClient } from "customerio-node";

export async function asserted(x: unknown, id: string) {
  assert(x instanceof TrackClient, "no client");
  await x.identify(id, { last_login_at: Date.now() });
//                                      ^^^^^^^^^^ warning[timestamp-milliseconds]
}
export async function assertedOk(x: unknown, id: string) {
  assert.ok(x instanceof TrackClient);
  await x.identify(id, { last_login_at: Date.now() });
//                                      ^^^^^^^^^^ warning[timestamp-milliseconds]
}
export async function thrown(x: unknown, id: string) {
  if (!(x instanceof TrackClient)) throw new Error("no client");
  await x.identify(id, { last_login_at: Date.now() });
//                                      ^^^^^^^^^^ warning[timestamp-milliseconds]
}

function assertIsClient(x: unknown): asserts x is TrackClient {
  if (!(x instanceof TrackClient)) throw new Error("no client");
}
const isClient = (x: unknown): x is TrackClient => x instanceof TrackClient;
function isOther(x: unknown): boolean {
  return !(x instanceof TrackClient);
}

export async function guarded(x: unknown, y: unknown, id: string) {
  assertIsClient(x);
  await x.identify(id, { last_login_at: Date.now() });
//                                      ^^^^^^^^^^ warning[timestamp-milliseconds]
  if (isClient(y)) await y.identify(id, { last_login_at: Date.now() });
//                                                       ^^^^^^^^^^ warning[timestamp-milliseconds]
  if (!isClient(y)) return;
  await y.identify(id, { last_login_at: Date.now() });
//                                      ^^^^^^^^^^ warning[timestamp-milliseconds]
}

// Not before it, nor where nothing is asserted.
export async function unsure(x: any, y: any, z: any, id: string) {
  await x.identify(id, { last_login_at: Date.now() });
  assert(x instanceof TrackClient || y);
  await x.identify(id, { last_login_at: Date.now() });
  console.assert(y instanceof TrackClient);
  await y.identify(id, { last_login_at: Date.now() });
  if (isOther(z)) await z.identify(id, { last_login_at: Date.now() });
  assert(!isClient(z));
  await z.identify(id, { last_login_at: Date.now() });
}
