import { TrackClient } from "customerio-node";
import type { Socket } from "socket.io";

const client = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

interface Gauge {
  track(name: string, value: { at: number }): void;
}

export function onConnect(client: Socket & Gauge, id: string) {
  client.track("Connections Opened", { at: Date.now() }); // not the SDK
  client.on("disconnect", () => client.track("Connections Closed", { at: Date.now() })); // not the SDK
}

export async function joined(id: string) {
  await client.track(id, { name: "joined" });
}

export async function planted(ids: string[]) {
  for (const id of ids) {
    client.track(id, { name: "joined", data: { at: 1 } }); // floating-promise
  }
}
