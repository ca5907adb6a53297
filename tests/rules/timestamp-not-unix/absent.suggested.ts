import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  joined: Date;
  left: Date | null;
  seen?: Date;
}
type Maybe = Date | undefined;

// What may be missing stays what it was, and nothing throws that did not.
export async function nullable(user: User, a: Maybe, b?: Date, part?: Partial<User>) {
  await cio.identify(user.id, { created_at: Math.floor(user.joined.getTime() / 1000) });
  await cio.identify(user.id, { created_at: user.left && Math.floor(user.left.getTime() / 1000) });
  await cio.identify(user.id, { created_at: user.seen && Math.floor(user.seen.getTime() / 1000) });
  await cio.identify(user.id, { created_at: a && Math.floor(a.getTime() / 1000) });
  await cio.identify(user.id, { created_at: (b && Math.floor(b.getTime() / 1000))! });
  await cio.identify(user.id, { created_at: (b && Math.floor(b.getTime() / 1000)) });
  await cio.identify(user.id, { created_at: ((b && Math.floor(b.getTime() / 1000)) as unknown) as number });
  await cio.identify(user.id, { created_at: part?.joined && Math.floor(part.joined.getTime() / 1000) });
  await cio.identify(user.id, { created_at: user.left ? Math.floor(user.left.getTime() / 1000) : undefined });
  await cio.identify(user.id, { created_at: Math.floor(Date.parse(user.left?.toISOString() ?? new Date().toISOString()) / 1000) });
}

export async function fallbacks(user: User, a: Maybe, b?: Date) {
  await cio.identify(user.id, { created_at: Math.floor((user.left ?? new Date()).getTime() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((user.left || new Date()).getTime() / 1000) });
  await cio.identify(user.id, { created_at: a ? Math.floor(a.getTime() / 1000) : b && Math.floor(b.getTime() / 1000) });
  await cio.identify(user.id, { created_at: Math.floor((a ?? b ?? user.joined).getTime() / 1000) });
  await cio.identify(user.id, { created_at: a ? Math.floor(a.getTime() / 1000) : null });
  await cio.identify(user.id, { created_at: Math.floor(Number(a ?? Date.now()) / 1000) });
  await cio.identify(user.id, { created_at: a ? Math.floor(a.getTime() / 1000) : Math.floor(Date.now() / 1000) });
  await cio.identify(user.id, { created_at: b ? Math.floor(b.getTime() / 1000) : null });
  await cio.identify(user.id, { created_at: b && Math.floor(new Date(b).getTime() / 1000) });
}

// Where a type says that there is a date, a number does not fit.
export async function declared(user: User) {
  const at: Date = user.joined;
  await cio.identify(user.id, { created_at: Math.floor(at.getTime() / 1000) });
  const attributes: { created_at: Date } = { created_at: new Date() };
  await cio.identify(user.id, attributes);
  const send = (id: string, at: Date) => cio.identify(id, { created_at: Math.floor(at.getTime() / 1000) });
  await send(user.id, user.joined);
}
