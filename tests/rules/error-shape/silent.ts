import axios, { AxiosError } from "axios";
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function right(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.statusCode === 404 || err.response.statusCode === 404) return JSON.parse(err.body);
    console.error(err.name, err.message, err.stack, err.response.headers["x-request-id"], err.code, err.cause);
    throw err;
  }
}

export async function mixed(id: string) {
  try {
    await axios.post("/users", { id });
    await cio.identify(id, {});
  } catch (err: any) {
    console.error(err.response.data, err.response.status);
  }
}

export async function narrowed(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err instanceof AxiosError) console.error(err.response?.data, err.response?.status);
    throw err;
  }
}

class HttpError extends Error {
  status = 500;
}

export async function ours(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err instanceof HttpError) return err.status;
    err.status = 502;
    throw err;
  }
}

export async function other(id: string, res: { status: number; headers: Headers }) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    const error = new HttpError(err.message);
    error.status = 502;
    console.error(res.status, res.headers.get("x"), error.status, err.body);
    throw error;
  }
}

// Whatever calls it.
export function statusOf(err: any) {
  return err.status;
}

export const handled = (id: string) => cio.destroy(id).catch((err) => console.error(statusOf(err), err.body));

export async function inner(id: string) {
  try {
    await cio.identify(id, {});
    try {
      await fetch("https://example.com");
    } catch (err: any) {
      console.error(err.status);
    }
  } catch (err: any) {
    console.error(err.statusCode, err.body);
  }
}
