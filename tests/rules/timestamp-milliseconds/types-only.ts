import type { TrackClient } from "customerio-node";

declare module "customerio-node" {
  interface Extra {
    created_at: number;
  }
}

declare const untyped: any;
type Client = TrackClient;

export function run(cio: Pick<Client, "track"> | { identify(id: string, data: { created_at: number }): void }) {
  if ("identify" in cio) cio.identify("42", { created_at: Date.now() });
  untyped.identify("42", { created_at: Date.now() });
}
