// `sync-throw-not-caught` says more of it.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export function loggedIn(user?: { id: string }) {
  cio.track(user?.id, { name: "logged_in" }).catch(console.error);
//          ^^^^^^^^ hint[sync-throw-not-caught]
}
