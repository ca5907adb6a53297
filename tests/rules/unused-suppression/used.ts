import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  // customerio-disable-next-line timestamp-milliseconds -- a segment of ours counts in milliseconds
  await cio.identify(id, { created_at: Date.now() });
  await cio.track(id, { name: "SignedUp" }); // customerio-disable-line
  /* customerio-disable event-name-snake-case */
  await cio.track(id, { name: "MailConfirmed" });
  /* customerio-enable event-name-snake-case */
}

/* customerio-disable unused-suppression -- written by a generator */
// customerio-disable-next-line wrong-api-key
/* customerio-enable unused-suppression */
