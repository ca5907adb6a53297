// A client that comes as an argument is known by its type.
import type { APIClient, TrackClient } from "customerio-node";

interface Deps {
  cio: TrackClient;
  api?: APIClient;
}

export const signUp = async ({ cio }: Deps, id: string) => {
  await cio.identify(id, { created_at: Date.now() });
//                                     ^^^^^^^^^^ error[timestamp-milliseconds]
};

export async function login(deps: Deps, id: string) {
  await deps.cio.identify(id, { created_at: Date.now() });
//                                          ^^^^^^^^^^ error[timestamp-milliseconds]
}
