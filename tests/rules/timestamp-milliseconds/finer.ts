import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.identify(id, { created_at: 1704067200000000 });
//                                     ^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: in microseconds
  await cio.identify(id, { created_at: 1704067200000000000 });
//                                     ^^^^^^^^^^^^^^^^^^^ error[timestamp-milliseconds]: in nanoseconds
  await cio.identify(id, { last_login_at: 1704067200000000 });
//                                        ^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: in microseconds
  await cio.identify(id, { account: 1704067200000000 });
}
