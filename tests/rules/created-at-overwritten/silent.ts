import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function onLogin(user: { id: string; createdAt: Date }) {
  await cio.identify(user.id, { created_at: Math.floor(user.createdAt.getTime() / 1000) });
  await cio.identify(user.id, { last_login_at: Math.floor(Date.now() / 1000) });
}

export async function signUp(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}

export async function updateNewUser(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}

export async function send(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}
