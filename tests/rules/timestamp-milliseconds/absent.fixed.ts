import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  joined: Date;
  left: Date | null;
  seen?: Date;
  profile?: { born?: Date };
}

// What may be missing stays what it was: `null` and `undefined` are not turned into 0 or NaN.
export async function chains(user: User, other?: User) {
  await cio.identify(user.id, { seen_at: user.seen ? Math.floor(user.seen.getTime() / 1000) : undefined });
  await cio.identify(user.id, { seen_at: other?.seen ? Math.floor(other.seen.getTime() / 1000) : undefined });
  await cio.identify(user.id, { seen_at: other ? Math.floor(other.joined.getTime() / 1000) : undefined });
  await cio.identify(user.id, { born_at: user.profile?.born ? Math.floor(user.profile.born.getTime() / 1000) : undefined });
  await cio.identify(user.id, { seen_at: other?.["seen"] ? Math.floor(other["seen"].getTime() / 1000) : undefined });
  await cio.identify(user.id, { seen_at: (user.seen ? Math.floor(user.seen.getTime() / 1000) : undefined)! });
  await cio.identify(user.id, { seen_at: (user.seen ? Math.floor(user.seen.getTime() / 1000) : undefined) });
}

// A fallback is converted with what it falls back from.
export async function fallbacks(user: User, d?: Date) {
  await cio.identify(user.id, { created_at: Math.floor((d?.getTime() ?? Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((d?.getTime() || Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((user.left?.getTime() ?? d?.getTime() ?? Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((d?.getTime() ?? Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: d ? Math.floor(d.getTime() / 1000) : null });
  await cio.identify(user.id, { created_at: d ? Math.floor(d.getTime() / 1000) : user.left ? Math.floor(user.left.getTime() / 1000) : undefined });
  await cio.identify(user.id, { created_at: d ? Math.floor(d.getTime() / 1000) : Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { created_at: d ? Math.floor(d.getTime() / 1000) : Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { created_at: d && Math.floor(d.getTime() / 1000) });
  await cio.identify(user.id, { created_at: d ? Math.floor(d.getTime() / 1000) : undefined });
  const at = d ? Math.floor(d.getTime() / 1000) : undefined;
  await cio.identify(user.id, { created_at: at });
  const when = d?.getTime() ?? Date.now();
  await cio.identify(user.id, { created_at: Math.floor(when / 1000) });
  console.log(when);
}

// What does something is not done twice.
export async function once(id: string, next: () => Date | undefined, byId: Map<string, Date>) {
  await cio.identify(id, { created_at: next()?.getTime() });
  await cio.identify(id, { created_at: byId.get(id)?.getTime() });
  await cio.identify(id, { created_at: Math.floor((next()?.getTime() ?? Date.now()) / 1000) });
  let last: Date | undefined;
  await cio.identify(id, { created_at: Math.floor((last = new Date()).getTime() / 1000) });
  await cio.identify(id, { created_at: (console.log(last), Math.floor(Date.now() / 1000)) });
}
