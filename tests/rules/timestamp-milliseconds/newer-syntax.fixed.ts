//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";
export type * from "./types";
export { plans } from "./plans.json" with { type: "json" };

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Store<in out T> {
  read(id: string): T;
}
class Counted {
  static accessor sent = 0;
  private accessor #last: string | undefined;
}

// Code that the grammar does not know hides nothing and stops no repair.
export async function all(prisma: Prisma, store: Store<{ id: string }>) {
  const rows = await prisma.$queryRaw<{ id: string; at: () => Date }[]>`SELECT id FROM users WHERE plan = ${plan}`;
  for (const row of rows) await cio.identify(row.id, { created_at: Math.floor(Date.now() / 1000) });
  const [first] = await db.sql<Row[]>`SELECT 1`; await cio.identify(first.id, { created_at: Math.floor(Date.now() / 1000) });
  const actual = await load<typeof import("./users")>("./users");
  const other = wrap<import("./users").Loader>(actual);
  await cio.identify(other.id, { name: sql<unknown>`${actual}`.as("name"), created_at: Math.floor(Date.now() / 1000) });
}
