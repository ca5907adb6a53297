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
  if (await send(id)) console.log("sent");
  if (!await cio.identify(id)) throw new Error("no");
  const text = await cio.identify(id) ? "yes" : "no";
  while (await cio.identify(id)) break;
  if (cio.destroy(id) === true) return text;
  await send(id) && console.log("sent");
  console.log(`it is ${await cio.identify(id)}`);
  res.json(await cio.identify(id));
  res.status(200).json(await send(id));
  return JSON.stringify(await cio.identify(id));
}

export function later(id: string) {
  setTimeout(() => cio.identify(id), 1000);
  setImmediate(() => send(id));
  queueMicrotask(() => cio.identify(id));
  process.nextTick(() => cio.identify(id));
  emitter.on("signed_up", (who: string) => cio.identify(who));
  process.once("SIGTERM", () => cio.identify(id));
  return cio.identify(id).finally(() => console.log("done"));
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
