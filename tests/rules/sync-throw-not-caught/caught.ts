// What throws becomes a rejection, is caught, or cannot be seen to throw.
import { TrackClient } from "customerio-node";
import { app } from "./app";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
type User = { id: string };

export async function inAsync(user?: User) {
  cio.track(user?.id, { name: "seen" }).catch(console.error);
  await cio.track(user?.id, { name: "seen" });
}

export function inTry(user?: User) {
  try {
    cio.track(user?.id, { name: "seen" }).catch(console.error);
  } catch (error) {
    console.error(error);
  }
}

export function inThen(user: Promise<User | undefined>) {
  return user.then((user) => cio.track(user?.id, { name: "seen" }).catch(console.error));
}

export function inExecutor(user?: User) {
  return new Promise((resolve, reject) => {
    cio.track(user?.id, { name: "seen" }).then(resolve, reject);
  });
}

app.post("/seen", (request: { user?: User }) => {
  cio.track(request.user?.id, { name: "seen" }).catch(console.error);
});

export function known(user: User, id: string) {
  cio.track(user.id, { name: "seen" }).catch(console.error);
  cio.track(id, { name: "seen" }).catch(console.error);
  cio.track("42", { name: "seen" }).catch(console.error);
  cio.track(String(user?.id), { name: "seen" }).catch(console.error);
}
