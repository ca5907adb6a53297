// Functions that are chosen from a table, and async functions that are called later.
import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const emitter = new EventEmitter();
type User = { id: string };

const handlers = {
  ignored: () => undefined,
  signed_up: (user: User) => cio.track(user.id, { name: "signed_up" }),
  signed_in: async (user: User) => {
    await cio.identify(user.id, { plan: "pro" });
  },
};
const byName = new Map<string, (user: User) => Promise<unknown>>([["gone", (user) => cio.destroy(user.id)]]);
const typed: Record<string, (user: User) => Promise<unknown>> = { signed_up: handlers.signed_up };
const plain: Record<string, (user: User) => void> = { seen: (user) => console.log(user.id) };

export function dropped(name: keyof typeof handlers, user: User) {
  handlers[name](user);
//^^^^^^^^^^^^^^ warning[floating-promise]: is not awaited
  const handle = handlers[name];
  if (handle) handle(user);
//            ^^^^^^ warning[floating-promise]: the promise of `handle` is not awaited
  byName.get(name)?.(user);
//^^^^^^^^^^^^^^^^ warning[floating-promise]
  typed[name]?.(user);
//^^^^^^^^^^^ warning[floating-promise]
}

export async function right(name: keyof typeof handlers, user: User) {
  await handlers[name](user);
  const handle = handlers[name];
  await handle?.(user);
  await byName.get(name)?.(user);
  plain[name](user);
  typed[name]?.(user).catch(console.error);
  return typed[name]?.(user);
}

export function later(id: string) {
  setTimeout(async () => {
    await cio.identify(id);
//        ^^^^^^^^^^^^ warning[floating-promise]: `setTimeout` does not wait for the promise of `identify`
  }, 1000);
  setImmediate(async () => await cio.identify(id));
//                               ^^^^^^^^^^^^ warning[floating-promise]: `setImmediate` does not wait
  queueMicrotask(async () => {
    await cio.identify(id);
//        ^^^^^^^^^^^^ warning[floating-promise]: `queueMicrotask` does not wait
  });
  process.nextTick(async () => {
    await cio.identify(id);
//        ^^^^^^^^^^^^ warning[floating-promise]: `nextTick` does not wait
  });
  setTimeout(async () => {
    try {
      await cio.identify(id);
    } catch (error) {
      console.error(error);
    }
  }, 1000);
  setInterval(async () => {
    await cio.identify(id).catch(console.error);
  }, 1000);
  emitter.on("signed_up", async () => {
    await cio.identify(id);
  });
  return new Promise((resolve) => setTimeout(resolve, 10)).then(async () => {
    await cio.identify(id);
  });
}
