import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(user: { id: string; email: string }) {
  await cio.identify(user.email, { plan: "free", created_at: 1704067200 });
}

export async function createUser(user: { id: string }, attributes: Record<string, string>) {
  await cio.identify(user.id, { plan: "free", ...attributes });
}
