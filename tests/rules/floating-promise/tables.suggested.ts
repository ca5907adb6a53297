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

export async function dropped(name: keyof typeof handlers, user: User) {
  await handlers[name](user);
  const handle = handlers[name];
  if (handle) await handle(user);
  await byName.get(name)?.(user);
  return typed[name]?.(user);
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
  }, 1000);
  setImmediate(async () => await cio.identify(id));
  queueMicrotask(async () => {
    await cio.identify(id);
  });
  process.nextTick(async () => {
    await cio.identify(id);
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
