//@ sdk = 5.2.0
//@ rate-limit-unhandled.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

type User = { id: string };

export async function guarded(user?: User) {
  if (!user) return;
  await cio.destroy(user?.id);
}

export async function inside(session?: { user?: User }) {
  if (session?.user?.id) {
    await cio.destroy(session?.user?.id);
  }
}

export async function chained(user?: User) {
  user?.id && (await cio.destroy(user?.id));
}

export async function inCallback(users: string[], user?: User) {
  if (!user) return;
  await Promise.all(users.map(async () => cio.suppress(user?.id)));
}

export async function fallback(user?: User) {
  await cio.destroy(user?.id ?? "nobody");
  // Not the id.
  await cio.identify("42", { manager: user?.id });
}

export async function sure(user: User) {
  await cio.destroy(user.id);
}
