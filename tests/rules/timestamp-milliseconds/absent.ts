import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  joined: Date;
  left: Date | null;
  seen?: Date;
  profile?: { born?: Date };
}

// What may be missing stays what it was: `null` and `undefined` are not turned into 0 or NaN.
export async function chains(user: User, other?: User) {
  await cio.identify(user.id, { seen_at: user.seen?.getTime() });
//                                       ^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
  await cio.identify(user.id, { seen_at: other?.seen?.getTime() });
//                                       ^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
  await cio.identify(user.id, { seen_at: other?.joined.getTime() });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
  await cio.identify(user.id, { born_at: user.profile?.born?.getTime() });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `born_at` is in milliseconds
  await cio.identify(user.id, { seen_at: other?.["seen"]?.getTime() });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
  await cio.identify(user.id, { seen_at: user.seen?.getTime()! });
//                                       ^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
  await cio.identify(user.id, { seen_at: (user.seen?.getTime()) as number });
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
}

// A fallback is converted with what it falls back from.
export async function fallbacks(user: User, d?: Date) {
  await cio.identify(user.id, { created_at: d?.getTime() ?? Date.now() });
//                                          ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                          ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: d?.getTime() || Date.now() });
//                                          ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                          ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: user.left?.getTime() ?? d?.getTime() ?? Date.now() });
//                                          ^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                                  ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                                                  ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: (d?.getTime() ?? Date.now()) as number });
//                                           ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                           ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: d?.getTime() ?? null });
//                                          ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: d?.getTime() ?? user.left?.getTime() });
//                                          ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                          ^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: d?.getTime() ?? Math.floor(Date.now() / 1000) });
//                                          ^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: d ? d.getTime() : Math.floor(Date.now() / 1000) });
//                                              ^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: d && d.getTime() });
//                                               ^^^^^^^^^^^ warning[timestamp-milliseconds]: `created_at` may be in milliseconds
  await cio.identify(user.id, { created_at: d ? d.getTime() : undefined });
//                                              ^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  const at = d?.getTime();
  await cio.identify(user.id, { created_at: at });
//                                          ^^ warning[timestamp-milliseconds]: `created_at` is in milliseconds
  const when = d?.getTime() ?? Date.now();
  await cio.identify(user.id, { created_at: when });
//                                          ^^^^ warning[timestamp-milliseconds]: `created_at` is in milliseconds
  console.log(when);
}

// What does something is not done twice.
export async function once(id: string, next: () => Date | undefined, byId: Map<string, Date>) {
  await cio.identify(id, { created_at: next()?.getTime() });
//                                     ^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(id, { created_at: byId.get(id)?.getTime() });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(id, { created_at: next()?.getTime() ?? Date.now() });
//                                     ^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
//                                                          ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  let last: Date | undefined;
  await cio.identify(id, { created_at: (last = new Date()).getTime() });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(id, { created_at: (console.log(last), Date.now()) });
//                                                         ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
}
