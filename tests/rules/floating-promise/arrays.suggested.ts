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
  await Promise.all(ids.map((id) => cio.destroy(id)));
  await Promise.all([cio.destroy(a), cio.destroy(b)]);
  await Promise.all([cio.suppress(a), Promise.all(ids.map((id) => cio.destroy(id)))]);
  await Promise.all(cio.destroy(a), cio.suppress(b));
  await Promise.all([cio.destroy(a), 1]);
  const list = await Promise.all(ids.map((id) => cio.destroy(id)));
  const again = ids.map((id) => send(id));
  await Promise.all(again);
}

export async function pushed(ids: string[]) {
  const pending: Promise<unknown>[] = [];
  for (const id of ids) {
    pending.push(cio.destroy(id));
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
