// A `return` in a `try` that hands the promise on.
import { EventEmitter } from "node:events";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const emitter = new EventEmitter();

function send(id: string) {
  return cio.identify(id);
}

export async function caught(id: string) {
  try {
    return cio.identify(id);
//         ^^^^^^^^^^^^ warning[floating-promise]: this `try` cannot catch a failure of `identify`: the promise is returned without `await`, so the `try` ends before the request does
  } catch (error) {
    console.error(error);
  }
}

export async function helper(id: string, ids: string[]) {
  try {
    if (id) return send(id);
//                 ^^^^ warning[floating-promise]: this `try` cannot catch a failure of `send`: the promise is returned without `await`, so the `try` ends before the request does
    return Promise.all(ids.map((it) => cio.destroy(it)));
//                                     ^^^^^^^^^^^ warning[floating-promise]: this `try` cannot catch a failure of `destroy`: the promise is returned without `await`, so the `try` ends before the request does
  } catch (error) {
    console.error(error);
  } finally {
    console.log("done");
  }
}

export async function branches(id: string) {
  try {
    return id ? cio.identify(id) : undefined;
//              ^^^^^^^^^^^^ warning[floating-promise]: this `try` cannot catch a failure of `identify`: the promise is returned without `await`, so the `try` ends before the request does
  } catch (error) {
    console.error(error);
  }
}

export async function onlyFinally(id: string) {
  console.time("cio");
  try {
    return cio.identify(id);
//         ^^^^^^^^^^^^ info[floating-promise]: this `finally` runs before `identify` is done: the promise is returned without `await`, so the `try` ends before the request does
  } finally {
    console.timeEnd("cio");
  }
}

export async function right(id: string) {
  try {
    return await cio.identify(id);
  } catch (error) {
    return cio.destroy(id);
  }
}

export async function handled(id: string) {
  try {
    return cio.identify(id).catch(console.error);
  } catch (error) {
    console.error(error);
  }
}

export async function inside(ids: string[]) {
  try {
    await Promise.all(ids.map((id) => { return cio.destroy(id); }));
    return ids;
  } catch (error) {
    console.error(error);
  }
}

export function notAsync(id: string) {
  try {
    return cio.identify(id);
  } catch (error) {
    throw new Error("no id");
  }
}
