import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const CREATED = "created_at";
const times = { joined: Date.now() } as const;

function nowMs() {
  return Date.now();
}

const clock = () => Date.now();

class Clock {
  static now() {
    return new Date().getTime();
  }
}

export async function signUp(id: string, joined: Date, known?: number) {
  const now = Date.now();
  await cio.identify(id, { created_at: now });
//                                     ^^^ warning[timestamp-milliseconds]: `created_at` is in milliseconds
  await cio.identify(id, { created_at: nowMs() });
//                                     ^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { created_at: clock() });
//                                     ^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { created_at: Clock.now() });
//                                     ^^^^^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { created_at: times.joined });
//                                     ^^^^^^^^^^^^ warning[stale-timestamp]
//                                     ^^^^^^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { [CREATED]: now });
//                                    ^^^ warning[timestamp-milliseconds]

  const ms = joined.getTime();
  const copy = ms;
  await cio.identify(id, { created_at: copy });
//                                     ^^^^ warning[timestamp-milliseconds]

  const created_at = joined.getTime();
  await cio.identify(id, { created_at });
//                         ^^^^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { created_at: known ?? Date.now() });
//                                              ^^^^^^^^^^ warning[timestamp-milliseconds]: may be in milliseconds
}

export async function later(id: string, isNew: boolean) {
  const attributes: Record<string, unknown> = { email: "jane@example.com" };
  attributes["created_at"] = Date.now();
  await cio.identify(id, attributes);
//                       ^^^^^^^^^^ warning[timestamp-milliseconds]

  const profile = { created_at: Date.now(), plan: "free" };
  await cio.identify(id, profile);
//                       ^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { ...profile, plan: "pro" });
//                            ^^^^^^^ warning[timestamp-milliseconds]
  await cio.identify(id, { plan: "pro", ...(isNew ? { created_at: Date.now() } : {}) });
//                                                                ^^^^^^^^^^ error[timestamp-milliseconds]
}
