// A list holds what is put into it later as well: what its first elements lack, others may have.
import { RegionUS, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE!, process.env.CIO_KEY!, { region: RegionUS });

export async function rows(users: { id: string }[], more: { id: string }) {
  const events = users.map((user) => ({ id: user.id, data: {} as any }));
  events.push({ id: more.id, data: { name: "bought" } });
  for (const event of events) await cio.track(event.id, event.data);
  await Promise.all(events.map((event) => cio.track(event.id, event.data)));
  const found = events.find((event) => event.id === "1");
  if (found) await cio.track(found.id, found.data);
}

export async function literals(more: { id: string; data: any }) {
  const events: any[] = [{ id: "1", data: { name: "seen" } }];
  events.push(more);
  for (const event of events) await cio.track(event.id, event.data);
  await Promise.all(events.map((event) => cio.track(event.id, event.data)));
}
