import { TrackClient } from "customerio-node";
import dayjs from "dayjs";
import moment from "moment";
import { DateTime } from "luxon";
import { getTime } from "date-fns";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  createdAt: Date;
}

export async function signUp(user: User) {
  await cio.identify(user.id, { created_at: Date.now() });
//                                          ^^^^^^^^^^ error[timestamp-milliseconds]: `created_at` is in milliseconds, not seconds
  await cio.identify(user.id, { created_at: new Date().getTime() });
//                                          ^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: (new Date()).getTime() });
//                                          ^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: +new Date() });
//                                          ^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: new Date().valueOf() });
//                                          ^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Number(new Date()) });
//                                          ^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: user.createdAt.getTime() });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Date.parse("2024-05-01T12:00:00Z") });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Date.UTC(2024, 4, 1) });
//                                          ^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: moment().valueOf() });
//                                          ^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: dayjs().valueOf() });
//                                          ^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: DateTime.now().toMillis() });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: getTime(user.createdAt) });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: performance.timeOrigin + performance.now() });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Temporal.Now.instant().epochMilliseconds });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: 1704067200000 });
//                                          ^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: 1_704_067_200_000 });
//                                          ^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: "1704067200000" });
//                                          ^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
}

export async function wrapped(user: User) {
  await cio.identify(user.id, { created_at: Date.now() as number });
//                                          ^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Date.now()! });
//                                          ^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: (Date.now()) });
//                                           ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Math.round(Date.now()) });
//                                          ^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Number(Date.now()) });
//                                          ^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: parseInt(`${Date.now()}`, 10) });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: String(Date.now()) });
//                                          ^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Date.now() + 7 * 864e5 });
//                                          ^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { created_at: Date.now() - 24 * 60 * 60 * 1000 });
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { "created_at": Date.now() });
//                                            ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify(user.id, { ["created_at"]: Date.now() });
//                                              ^^^^^^^^^^ error[timestamp-milliseconds]
}
