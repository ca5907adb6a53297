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
  const now = Math.floor(Date.now() / 1000);
  await cio.identify(id, { created_at: now });
  await cio.identify(id, { created_at: Math.floor(nowMs() / 1000) });
  await cio.identify(id, { created_at: Math.floor(clock() / 1000) });
  await cio.identify(id, { created_at: Math.floor(Clock.now() / 1000) });
  await cio.identify(id, { created_at: Math.floor(times.joined / 1000) });
  await cio.identify(id, { [CREATED]: now });

  const ms = joined.getTime();
  const copy = ms;
  await cio.identify(id, { created_at: Math.floor(copy / 1000) });

  const created_at = Math.floor(joined.getTime() / 1000);
  await cio.identify(id, { created_at });
  await cio.identify(id, { created_at: known ?? Date.now() });
}

export async function later(id: string, isNew: boolean) {
  const attributes: Record<string, unknown> = { email: "jane@example.com" };
  attributes["created_at"] = Date.now();
  await cio.identify(id, attributes);

  const profile = { created_at: Math.floor(Date.now() / 1000), plan: "free" };
  await cio.identify(id, profile);
  await cio.identify(id, { ...profile, plan: "pro" });
  await cio.identify(id, { plan: "pro", ...(isNew ? { created_at: Math.floor(Date.now() / 1000) } : {}) });
}
