import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string, email: string, friend: string, guest: string) {
  await cio.identify(id, { email });
  await cio.track(id, { name: "signed_up" });
  await cio.identify(id, { email, plan: "free" });
  // Somebody else.
  await cio.track(friend, { name: "friend_joined" });
  await cio.trackAnonymous(guest, { name: "left" });
}

export async function loggedIn(id: string, seen: number) {
  await cio.track(id, { name: "logged_in" });
  await cio.identify(id, { last_seen_at: seen });
}

export async function changeEmail(id: string, email: string) {
  await cio.track(id, { name: "email_changed" });
  await cio.identify(id, { email });
}

export async function register(id: string, email: string, known: boolean) {
  // The one or the other.
  if (known) {
    await cio.track(id, { name: "returned" });
  } else {
    await cio.identify(id, { email });
  }
}

export async function createUser(id: string, email: string) {
  return cio.identify(id, { email });
}
