import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function login(id: string) {
  // customerio-disable-next-line timestamp-milliseconds -- it was once
  // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: no finding of `timestamp-milliseconds` here
  await cio.identify(id, { last_login_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, { name: "logged_in" }); // customerio-disable-line
  //                                             ^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: nothing to suppress here
}

export async function logout(id: string) {
  /* customerio-disable event-name-snake-case, timestamp-milliseconds, fractional-unix-seconds -- one of three */
  //                                           ^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: timestamp-milliseconds
  //                                                                   ^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: fractional-unix-seconds
  await cio.track(id, { name: "LoggedOut" });
  /* customerio-enable event-name-snake-case */
  /* customerio-enable wrong-api-key */
  // ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: no comment above disables `wrong-api-key`
}

/*
 * The importer counts in milliseconds.
 * customerio-disable-next-line timestamp-milliseconds,
// ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^+1 warning[unused-suppression]
 *   timestamp-not-unix
 */
export const imported = Math.floor(Date.now() / 1000);
