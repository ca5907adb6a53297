// What a type is of says nothing about its fields.
import { TrackClient } from "customerio-node";

interface Context<Env> {
  cio: TrackClient;
  env: Env;
  user: { id: string; seenAt: Date };
}
type Row<T> = { at: T; made: Date };
type Env = { name: string };

export async function seen(c: Context<Env>, row: Row<string>) {
  await c.cio.identify(c.user.id, { seen_at: Math.floor(c.user.seenAt.getTime() / 1000) });
  await c.cio.identify(c.user.id, { made_at: Math.floor(row.made.getTime() / 1000) });
  await c.cio.identify(c.user.id, { row_at: row.at, name: c.env.name });
}
