//@ syntax = broken
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}

export async function typing(id: string) {
  await cio.identify(id, { created_at: });
  await cio.
}

export async function login(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}
