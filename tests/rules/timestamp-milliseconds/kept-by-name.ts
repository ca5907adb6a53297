// A helper that keeps what it makes under a name gives what the function makes.
import { TrackClient } from "customerio-node";
import { singleton } from "./singleton";

const cio = singleton("cio", () => new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!));
const other = singleton("other", () => ({ identify(id: string, at: object) {} }));

export async function seen(id: string) {
  await cio.identify(id, { seen_at: Date.now() });
//                                  ^^^^^^^^^^ warning[timestamp-milliseconds]
  other.identify(id, { seen_at: Date.now() });
}
//- /src/singleton.ts
export function singleton<T>(name: string, create: () => T): T {
  const store = globalThis as typeof globalThis & { kept?: Record<string, unknown> };
  store.kept ??= {};
  store.kept[name] ??= create();
  return store.kept[name] as T;
}
