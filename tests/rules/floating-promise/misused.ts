// Promises that are used as if they were what they give.
import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";
import { after, retry } from "./elsewhere";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const emitter = new EventEmitter();

function send(id: string) {
  return cio.identify(id);
}

export async function tested(id: string, res: { json(x: unknown): void; status(code: number): typeof res }) {
  if (send(id)) console.log("sent");
//    ^^^^ warning[floating-promise]: the promise of `send` is always truthy: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  if (!cio.identify(id)) throw new Error("no");
//     ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is always truthy: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const text = cio.identify(id) ? "yes" : "no";
//             ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is always truthy: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  while (cio.identify(id)) break;
//       ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` is always truthy: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  if (cio.destroy(id) === true) return text;
//    ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is always truthy: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  send(id) && console.log("sent");
//^^^^ warning[floating-promise]: the promise of `send` is always truthy: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  console.log(`it is ${cio.identify(id)}`);
//                     ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` becomes `[object Promise]` in this string: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  res.json(cio.identify(id));
//         ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` becomes `{}` in JSON: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  res.status(200).json(send(id));
//                     ^^^^ warning[floating-promise]: the promise of `send` becomes `{}` in JSON: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  return JSON.stringify(cio.identify(id));
//                      ^^^^^^^^^^^^ warning[floating-promise]: the promise of `identify` becomes `{}` in JSON: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export function later(id: string) {
  setTimeout(() => cio.identify(id), 1000);
//                 ^^^^^^^^^^^^ warning[floating-promise]: `setTimeout` does not wait for the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  setImmediate(() => send(id));
//                   ^^^^ warning[floating-promise]: `setImmediate` does not wait for the promise of `send`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  queueMicrotask(() => cio.identify(id));
//                     ^^^^^^^^^^^^ warning[floating-promise]: `queueMicrotask` does not wait for the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  process.nextTick(() => cio.identify(id));
//                       ^^^^^^^^^^^^ warning[floating-promise]: `nextTick` does not wait for the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  emitter.on("signed_up", (who: string) => cio.identify(who));
//                                         ^^^^^^^^^^^^ warning[floating-promise]: `on` does not wait for the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  process.once("SIGTERM", () => cio.identify(id));
//                              ^^^^^^^^^^^^ warning[floating-promise]: `once` does not wait for the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio.identify(id).finally(() => console.log("done"));
//^^^^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `identify` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
}

export async function right(id: string, bot: { on(name: string, f: () => unknown): void }, res: { json(x: unknown): void }) {
  if (await send(id)) console.log("sent");
  const text = (await cio.identify(id)) ? "yes" : "no";
  res.json(await cio.identify(id));
  setTimeout(() => cio.identify(id).catch(console.error), 1000);
  setTimeout(() => void cio.identify(id), 1000);
  bot.on("signed_up", () => cio.identify(id));
  retry(() => cio.identify(id));
  let pending: Promise<unknown> | undefined;
  if (!pending) pending = cio.identify(id);
  await pending;
  await cio.identify(id).finally(() => console.log("done"));
  const one = cio.identify(id);
  if (one === undefined) return text;
  return one;
}

export function local(id: string) {
  const setTimeout = (f: () => unknown) => f();
  return setTimeout(() => cio.identify(id));
}
//- /src/elsewhere.ts
export declare function after(what: unknown): void;
export declare function retry(what: () => Promise<unknown>): Promise<unknown>;
