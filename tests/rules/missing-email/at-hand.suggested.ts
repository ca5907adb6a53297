import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
interface User { id: string; email: string }

export async function signUp(user: User) {
  await cio.identify(user.id, {
    email: user.email,
    plan: "free",
  });
}

export async function register(userId: string, emailAddress: string) {
  await cio.identify(userId, { email: emailAddress });
  await cio.identify(userId, { email: emailAddress });
}

export async function createUser({ id, email }: User, now: number) {
  await cio.identify(id, { email, created_at: now, plan: "free" });
}

const email = "team@example.com";
export async function createAccount(account: { id: string }) {
  await cio.identify(account.id, {plan: "free"});
  return email;
}
//- /src/read.js
import { cio } from "./at-hand";

export async function onUserCreated(event) {
  const { user } = event;
  console.log(user.email);
  await cio.identify(user.id, {email: user.email, plan: "free"});
}
