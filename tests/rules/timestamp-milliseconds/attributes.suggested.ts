import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function profile(id: string, started: number) {
  await cio.identify(id, {
    last_login_at: Math.floor(Date.now() / 1000),
    signup_date: Math.floor(Date.now() / 1000),
    lastSeenAt: Math.floor(new Date().getTime() / 1000),
    trial_ends_at: 1704067200,
    cohort: Math.floor(Date.now() / 1000),
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
