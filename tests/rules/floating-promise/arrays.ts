// Promises in arrays that are joined by nothing.
import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";
import { after, retry } from "./elsewhere";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const emitter = new EventEmitter();

function send(id: string) {
  return cio.identify(id);
}

export async function awaited(ids: string[], a: string, b: string) {
  await ids.map((id) => cio.destroy(id));
//                      ^^^^^^^^^^^ warning[floating-promise]: `await` of an array does not wait for the promise of `destroy` in it: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await [cio.destroy(a), cio.destroy(b)];
//       ^^^^^^^^^^^ warning[floating-promise]: `await` of an array does not wait for the promise of `destroy` in it: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await Promise.all([cio.suppress(a), ids.map((id) => cio.destroy(id))]);
//                                                    ^^^^^^^^^^^ warning[floating-promise]: `Promise.all` does not wait for the promise of `destroy` in a nested array: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await Promise.all(cio.destroy(a), cio.suppress(b));
//                  ^^^^^^^^^^^ warning[floating-promise]: `Promise.all` takes one array and does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  [cio.destroy(a), 1];
// ^^^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `destroy` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const list = ids.map((id) => cio.destroy(id));
//                             ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is stored in `list`, which is never read: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const again = ids.map((id) => send(id));
//                              ^^^^ warning[floating-promise]: `await` of an array does not wait for the promise of `send` in it: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  await again;
}

export async function pushed(ids: string[]) {
  const pending: Promise<unknown>[] = [];
  for (const id of ids) {
    pending.push(cio.destroy(id));
//               ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is stored in `pending`, which is never read: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  }
  console.log(pending.length);
}

export async function joined(ids: string[], a: string) {
  const list = ids.map((id) => cio.destroy(id));
  const pending: Promise<unknown>[] = [];
  for (const id of ids) pending.push(cio.destroy(id));
  ids.forEach((id) => pending.push(cio.suppress(id)));
  await Promise.all(pending);
  await Promise.all(list);
  await Promise.all([cio.destroy(a), ...ids.map((id) => cio.destroy(id))]);
  await Promise.all([cio.destroy(a), Promise.all(ids.map((id) => cio.destroy(id)))]);
  const kept = ids.map((id) => cio.destroy(id));
  after(kept);
  const walked = ids.map((id) => cio.destroy(id));
  for (const promise of walked) await promise;
  const nested = [[cio.destroy(a)]];
  after(nested);
  return [cio.destroy(a)];
}

async function settled(ids: string[]) {
  await Promise.allSettled(ids.map((id) => cio.destroy(id)));
}

async function settledLater(ids: string[]) {
  const all = Promise.allSettled(ids.map((id) => cio.destroy(id)));
  await all;
}

function settledFor(ids: string[]) {
  return Promise.allSettled(ids.map((id) => cio.destroy(id)));
}

export function notes(ids: string[]) {
  settled(ids);
  settledLater(ids);
  settledFor(ids);
}
//- /src/elsewhere.ts
export declare function after(what: unknown): void;
export declare function retry(what: () => Promise<unknown>): Promise<unknown>;
