//@ floating-promise.severity = off
import axios from "axios";
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

import { db } from "./db";

export async function right(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    console.error(err.body, err.response?.headers?.["retry-after"], err.response.headers["x-request-id"]);
    throw err;
  }
}

// Errors of others come here as well.
export async function mixed(id: string) {
  try {
    const user = await axios.get(`/users/${id}`);
    await cio.identify(id, user.data);
  } catch (err: any) {
    console.error(err.body, err.headers["retry-after"]);
  }
}

export async function fromTheDatabase(id: string) {
  try {
    await cio.identify(id, await db.user(id));
  } catch (err: any) {
    console.error(err.body, err.headers["retry-after"]);
  }
}

export async function toldApart(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (axios.isAxiosError(err)) console.error(err.body, err.headers["retry-after"]);
    throw err;
  }
}

// The promise leaves the `try`; nothing of the SDK is caught.
export async function left(id: string) {
  try {
    return cio.identify(id, {});
  } catch (err: any) {
    console.error(err.headers["retry-after"]);
  }
}

// Set by the code itself.
export async function own(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    err.headers = { "retry-after": "1" };
    console.error(err.body, err.headers["retry-after"]);
  }
}

// A helper that is used for other requests too.
async function safely<T>(fn: () => Promise<T>) {
  try {
    return await fn();
  } catch (err: any) {
    console.error(err.body, err.headers["retry-after"]);
  }
}
await safely(() => cio.identify("1", {}));
await safely(() => fetch("https://example.com"));
