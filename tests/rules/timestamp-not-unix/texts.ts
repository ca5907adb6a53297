import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, user: any) {
  await cio.identify(id, { created_at: new Date().toISOString() });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is an ISO 8601 string
  await cio.identify(id, { created_at: user.createdAt.toISOString() });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]
  await cio.identify(id, { created_at: new Date().toJSON() });
//                                     ^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]
  await cio.identify(id, { created_at: "2024-01-01T00:00:00Z" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]
  await cio.identify(id, { created_at: new Date().toUTCString() });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]: `created_at` is a date string
  await cio.track(id, { name: "order_placed", timestamp: new Date().toISOString() });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^ error[timestamp-not-unix]
  await cio.identify(id, { last_login_at: new Date().toISOString() });
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]
  await cio.identify(id, { last_login_at: "2024-01-01T00:00:00Z" });
//                                        ^^^^^^^^^^^^^^^^^^^^^^ warning[timestamp-not-unix]
  await cio.identify(id, { signup_date: "2024-01-01" });
//                                      ^^^^^^^^^^^^ hint[timestamp-not-unix]
  await cio.identify(id, { note: new Date().toISOString() });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^ info[timestamp-not-unix]
  const at = new Date().toISOString();
  await cio.track(id, { name: "order_placed", timestamp: at });
//                                                       ^^ error[timestamp-not-unix]
}
