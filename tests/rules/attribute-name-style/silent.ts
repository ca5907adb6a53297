import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const db = { insert: (row: Record<string, unknown>) => row };

export async function all(id: string, user: { firstName: string }) {
  await cio.identify(id, { first_name: user.firstName, last_name: "Lovelace" });
  await cio.identify(id, { first_name: "Ada", lastname_initial: "L" });
  await cio.track(id, { name: "named", data: { firstName: user.firstName } });
  db.insert({ firstName: "Ada", lastName: "Lovelace" });
}
