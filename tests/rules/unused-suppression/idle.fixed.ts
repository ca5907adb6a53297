import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function login(id: string) {
  await cio.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "logged_in" });
}

export async function logout(id: string) {
  /* customerio-disable event-name-snake-case -- one of three */
  await cio.track(id, { name: "LoggedOut" });
  /* customerio-enable event-name-snake-case */
}

/*
 * The importer counts in milliseconds.
 */
export const imported = Math.floor(Date.now() / 1000);
