import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  joined: Date;
  left: Date | null;
  seen?: Date;
}
type Maybe = Date | undefined;

// What may be missing stays what it was, and nothing throws that did not.
export async function nullable(user: User, a: Maybe, b?: Date, part?: Partial<User>) {
  await cio.identify(user.id, { created_at: user.joined });
//                                          ^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: user.left });
//                                          ^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: user.seen });
//                                          ^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: a });
//                                          ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: b! });
//                                          ^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: (b as Date) });
//                                           ^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: b as unknown as number });
//                                          ^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: part?.joined });
//                                          ^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: user.left?.toISOString() });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is an ISO 8601 string
  await cio.identify(user.id, { created_at: user.left?.toISOString() ?? new Date().toISOString() });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is an ISO 8601 string
//                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is an ISO 8601 string
}

export async function fallbacks(user: User, a: Maybe, b?: Date) {
  await cio.identify(user.id, { created_at: user.left ?? new Date() });
//                                          ^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
//                                                       ^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: user.left || new Date() });
//                                          ^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
//                                                       ^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: a ?? b });
//                                          ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
//                                               ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: a ?? b ?? user.joined });
//                                          ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
//                                               ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
//                                                    ^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: a ?? null });
//                                          ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: a ?? Date.now() });
//                                          ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
//                                               ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(user.id, { created_at: a ?? Math.floor(Date.now() / 1000) });
//                                          ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: b ? b : null });
//                                              ^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await cio.identify(user.id, { created_at: b && new Date(b) });
//                                               ^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` may be a `Date`, sent as an ISO 8601 string
}

// Where a type says that there is a date, a number does not fit.
export async function declared(user: User) {
  const at: Date = user.joined;
  await cio.identify(user.id, { created_at: at });
//                                          ^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  const attributes: { created_at: Date } = { created_at: new Date() };
  await cio.identify(user.id, attributes);
//                            ^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  const send = (id: string, at: Date) => cio.identify(id, { created_at: at });
//                                                                      ^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
  await send(user.id, user.joined);
//                    ^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a `Date`, sent as an ISO 8601 string
}
