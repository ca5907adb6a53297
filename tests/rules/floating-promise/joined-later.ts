// What looks as if it floated, and is waited for elsewhere.
import { TrackClient } from "customerio-node";
import { after, waitUntil } from "next/server";
import pRetry from "p-retry";
import { emitter, queue, task } from "./jobs";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const first = cio.identify("first");
let last: Promise<unknown> | undefined;

export async function inVariables(id: string, ids: string[]) {
  const promise = cio.identify(id);
  const others: Promise<unknown>[] = [];
  for (const other of ids) others.push(cio.identify(other));
  const named = { promise: cio.track(id, { name: "seen" }) };
  const list = [cio.suppress(id)];
  const mapped = ids.map((id) => cio.destroy(id));
  const chained = cio.track(id, { name: "seen" });
  let written;
  written = cio.track(id, { name: "seen" });
  last = cio.track(id, { name: "seen" });
  const _meant = cio.track(id, { name: "seen" });
  chained.then(() => console.log("seen")).catch(console.error);
  await promise;
  await Promise.all([...others, ...list, ...mapped, written]);
  return named;
}

export async function handedOn(id: string, ctx: { waitUntil(promise: Promise<unknown>): void }) {
  waitUntil(cio.track(id, { name: "seen" }));
  ctx.waitUntil(cio.track(id, { name: "seen" }));
  after(() => cio.track(id, { name: "seen" }));
  await pRetry(() => cio.track(id, { name: "seen" }), { retries: 3 });
  queue.add(async () => {
    await cio.track(id, { name: "seen" });
  });
  setTimeout(() => cio.track(id, { name: "seen" }), 1000);
//                 ^^^^^^^^^ warning[floating-promise]: `setTimeout` does not wait for the promise of `track`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  emitter.on("seen", (id: string) => cio.track(id, { name: "seen" }));
  emitter.on("seen", async (id: string) => {
    await cio.track(id, { name: "seen" });
  });
  new Promise((resolve, reject) => cio.track(id, { name: "seen" }).then(resolve, reject));
  (async () => {
    await cio.track(id, { name: "seen" });
  })();
}

export const returned = (id: string) => cio.track(id, { name: "seen" });
export const conditional = (id: string) => id && cio.track(id, { name: "seen" });
export const handlers = { seen: (id: string) => cio.track(id, { name: "seen" }) };
export function* generator(id: string) {
  yield cio.track(id, { name: "seen" });
  const result: unknown = yield cio.track(id, { name: "seen" });
  return result;
}
export function last_() {
  return last;
}

task("seen", (id: string) => {
  return cio.track(id, { name: "seen" });
});
