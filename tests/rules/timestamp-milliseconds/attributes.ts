import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function profile(id: string, started: number) {
  await cio.identify(id, {
    last_login_at: Date.now(),
//                 ^^^^^^^^^^ warning[timestamp-milliseconds]: `last_login_at` is in milliseconds
    signup_date: Date.now(),
//               ^^^^^^^^^^ warning[timestamp-milliseconds]
    lastSeenAt: new Date().getTime(),
//              ^^^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]
    trial_ends_at: 1704067200000,
//                 ^^^^^^^^^^^^^ warning[timestamp-milliseconds]
    cohort: Date.now(),
//          ^^^^^^^^^^ info[timestamp-milliseconds]
    // A number of that size may be anything.
    phone_number: 1704067200000,
    external_id: "1704067200000",
    // Names that say milliseconds or a length of time.
    joined_ms: Date.now(),
    joined_at_millis: Date.now(),
    session_duration: Date.now() - started,
    elapsed: Date.now() - started,
    time_to_first_order_ms: 1704067200000,
  });
}
