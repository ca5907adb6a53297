//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

declare const handles: (Disposable & AsyncDisposable & { id: string })[];
declare function open(): Disposable & AsyncDisposable & { id: string };

// Declarations that the grammar does not know in every place hide nothing and stop no repair.
export async function all() {
  for (using handle of handles) {
    await cio.identify(handle.id, { created_at: Date.now() });
//                                              ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  }
  for (await using handle of handles) {
    await cio.identify(handle.id, { created_at: Date.now() });
//                                              ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  }
  using first = open(), second: Disposable = open();
  await using third = open();
  await cio.identify(first.id + third.id, { created_at: Date.now() });
//                                                      ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
}
await using top = open();
await cio.identify(top.id, { created_at: Date.now() });
//                                       ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
