import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function register(user: { id: string; email: string; createdAt: Date }) {
  await cio.track(user.id, { name: "registered" });
  //    ^^^^^^^^^ warning[identify-before-track]: before `identify` for the same person
  await cio.identify(user.id, { email: user.email });
}

export async function imported(user: { id: string; email: string; createdAt: Date }) {
  await cio.track(user.id, { name: "imported" });
  //    ^^^^^^^^^ warning[identify-before-track]
  const joined = Math.floor(user.createdAt.getTime() / 1000);
  await cio.identify(user.id, { email: user.email, created_at: joined });
}

export async function subscribed(id: string, email: string) {
  await cio.track(id, { name: "subscribed" });
  //    ^^^^^^^^^ info[identify-before-track]
  await cio.identify(id, { email });
}

export async function createUser(id: string, email: string) {
  await started(id);
  //    ^^^^^^^ warning[identify-before-track]
  await cio.identify(id, { email });
}

function started(id: string) {
  return cio.track(id, { name: "started" });
}

// One finding a person: the first event is where to identify.
export async function createAccount(id: string, email: string) {
  await cio.track(id, { name: "account_created" });
  //    ^^^^^^^^^ warning[identify-before-track]
  await cio.track(id, { name: "trial_started" });
  await cio.identify(id, { email });
}
