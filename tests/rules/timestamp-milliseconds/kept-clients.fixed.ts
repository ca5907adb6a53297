//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const make = () => new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// Lists and records that are filled after they are made.
const clients: TrackClient[] = [];
const named: { name: string; client: TrackClient }[] = [];
const byName: Record<string, TrackClient> = {};
const numbers: number[] = [];
clients.push(make());
named.push({ name: "eu", client: make() });
byName.eu = make();
numbers.push(1);

export async function all(id: string) {
  for (const client of clients) await client.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await clients[0].identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await Promise.all(Array.from(clients, (client) => client.identify(id, { created_at: Math.floor(Date.now() / 1000) })));
  const eu = named.find(({ name }) => name === "eu");
  await eu?.client.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  for (const { client } of named) await client.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  for (const client of Object.values(byName)) await client.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  for (const [, client] of Object.entries(byName)) await client.identify(id, { created_at: Math.floor(Date.now() / 1000) });
}

export class Clients {
  private readonly all: TrackClient[] = [];
  async seen(id: string) {
    for (const client of this.all) await client.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  }
}

const cache = new Map();
function cached(name: string) {
  let client = cache.get(name);
  if (!client) {
    client = make();
    cache.set(name, client);
  }
  return client;
}
export const remembered = (id: string) => cached("eu").identify(id, { created_at: Math.floor(Date.now() / 1000) });

// What stands in for a client where there is none.
const nothing = { async identify(id: string, attributes: object): Promise<Record<string, any>> { return {}; } };
const maybe = process.env.CUSTOMERIO_SITE_ID ? make() : nothing;
export const perhaps = (id: string) => maybe.identify(id, { created_at: Math.floor(Date.now() / 1000) });

// Lists of other things.
const senders: { identify(id: string, attributes: object): Promise<void> }[] = [];
export async function others(id: string) {
  for (const sender of senders) await sender.identify(id, { created_at: Date.now() });
  for (const sender of numbers as any[]) await sender.identify(id, { created_at: Date.now() });
  await nothing.identify();
}
