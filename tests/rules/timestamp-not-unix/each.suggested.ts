import { RegionUS, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });

interface User {
  id: string;
  createdAt: Date;
}

export async function dates(users: User[], seen: Date[], byId: Map<string, User>) {
  await Promise.all(users.map((user) => cio.identify(user.id, { created_at: Math.floor(user.createdAt.getTime() / 1000) })));
  await Promise.all(users.filter((user) => user.id).map(({ id, createdAt }) => cio.identify(id, { created_at: Math.floor(createdAt.getTime() / 1000) })));
  await Promise.all(seen.map((at) => cio.identify("1", { seen_at: Math.floor(at.getTime() / 1000) })));
  await cio.identify("1", { seen_at: seen[0] && Math.floor(seen[0].getTime() / 1000) });
  await cio.identify("1", { seen_at: seen.at(-1) });
  await cio.identify("1", { created_at: Math.floor(byId.get("1")!.createdAt.getTime() / 1000) });
  for (const row of users.map((user) => ({ id: user.id, at: user.createdAt }))) {
    await cio.identify(row.id, { created_at: Math.floor(row.at.getTime() / 1000) });
  }
  const latest: Record<string, User> = {};
  await cio.identify("1", { created_at: Math.floor(latest["1"].createdAt.getTime() / 1000) });
  for (const user of Object.values(latest)) await cio.identify(user.id, { created_at: Math.floor(user.createdAt.getTime() / 1000) });
  byId.forEach(({ createdAt }) => void cio.identify("1", { created_at: createdAt && Math.floor(createdAt.getTime() / 1000) }));
  users.forEach((user) => void cio.identify(user.id, { created_at: Math.floor(user.createdAt.getTime() / 1000) }));
}

// What is not a list hands out what it likes, and what is tested is told apart.
export async function silent(users: User[], feed: any, mixed: (Date | number)[], stream: { map(f: (at: any) => unknown): void }) {
  void stream.map((at) => cio.identify("1", { created_at: at }));
  feed.forEach((at: any) => void cio.identify("1", { created_at: at }));
  await Promise.all(mixed.map((at) => cio.identify("1", { created_at: at })));
  await Promise.all(users.map((user) => cio.identify(user.id, { created_at: Math.floor(user.createdAt.getTime() / 1000) })));
  await Promise.all(users.map((_, at) => cio.identify("1", { created_at: at })));
  const when = users.map((user) => user.createdAt);
  await Promise.all(when.map((at) => cio.identify("1", { created_at: at instanceof Date ? 1 : at })));
}
