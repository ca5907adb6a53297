// A test for the class tells what a value is, where it holds.
import { APIClient, RegionUS, TrackClient } from "customerio-node";

interface Sender {
  send(id: string): Promise<void>;
}

export function branch(client: unknown) {
  if (client instanceof TrackClient) {
    client.identify("1", {}).catch(console.error);
    return () => client.flushAll();
  } else {
    (client as any).identifyy("1", {});
  }
  return (client as any).identifyy("1", {});
}

export const both = (client: any) => client instanceof TrackClient && client.flushAll();
export const ternary = (client: any) => (client instanceof APIClient ? client.flushAll() : client.flushAll());
export const either = (client: any) => !(client instanceof APIClient) || client.flushAll();
export const neither = (client: any) => client instanceof APIClient || client.flushAll();

export function early(client: any, other: any) {
  client.before();
  if (!(client instanceof TrackClient)) return;
  if (!(other instanceof TrackClient)) {
    console.log("unknown");
  }
  other.flushAll();
  client.flushAll();
}

export function thrown(client: any) {
  if (!(client instanceof TrackClient)) {
    console.log("unknown");
    throw new Error("no client");
  }
  client.flushAll();
}

export function perhaps(client: any, quiet: boolean) {
  if (!(client instanceof TrackClient)) {
    if (quiet) return;
  }
  client.flushAll();
}

export function inBlock(client: any, quiet: boolean) {
  if (quiet) {
    if (!(client instanceof TrackClient)) return;
    client.flushAll();
  }
  client.flushAll();
}

export function onlyOne(client: TrackClient | APIClient) {
  if (client instanceof APIClient) {
    return client.identify("1", {});
  }
  return client.identify("1", {});
}

export function reassigned(client: any) {
  if (client instanceof TrackClient) {
    client = { flushAll() {} };
    client.flushAll();
  }
}

export function looped(clients: any[]) {
  for (const client of clients) {
    if (!(client instanceof TrackClient)) continue;
    client.flushAll();
  }
  do {
    clients.pop();
  } while (clients[0] instanceof TrackClient);
  if (clients.length) {
    (clients[0] as any).flushAll();
  }
}

export class Wrapper {
  constructor(private readonly client: any, private readonly other: Sender) {}
  run(id: string) {
    if (this.client instanceof TrackClient) {
      this.client.flushAll();
    }
    return this.client.flushAll();
  }
  own() {
    if (this.other instanceof Own) this.other.flushAll();
    if (this.client instanceof Map) this.client.flushAll();
  }
}

class Own {
  flushAll() {}
}
export const region = RegionUS;
