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
  await c.cio.identify(c.user.id, { seen_at: c.user.seenAt.getTime() });
  //                                         ^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
  await c.cio.identify(c.user.id, { made_at: row.made });
  //                                         ^^^^^^^^ warning[timestamp-not-unix]
  await c.cio.identify(c.user.id, { row_at: row.at, name: c.env.name });
}
