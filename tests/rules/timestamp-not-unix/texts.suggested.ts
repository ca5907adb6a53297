import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, user: any) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.parse(user.createdAt.toISOString()) / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.parse("2024-01-01T00:00:00Z") / 1000) });
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "order_placed", timestamp: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { last_login_at: Math.floor(Date.parse("2024-01-01T00:00:00Z") / 1000) });
  await cio.identify(id, { signup_date: Math.floor(Date.parse("2024-01-01") / 1000) });
  await cio.identify(id, { note: Math.floor(Date.now() / 1000) });
  const at = Math.floor(Date.now() / 1000);
  await cio.track(id, { name: "order_placed", timestamp: at });
}
