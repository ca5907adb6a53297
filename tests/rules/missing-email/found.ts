import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(user: { id: string }) {
  await cio.identify(user.id, { plan: "free" });
  //    ^^^^^^^^^^^^ info[missing-email]: a new person is created without `email`
}

export async function update(user: { id: string }) {
  await cio.identify(user.id, { plan: "pro" });
}
//- /src/imports.ts
import { cio } from "./found";

export async function load(userId: string, joined: number) {
  await cio.identify(userId, { created_at: joined });
  //    ^^^^^^^^^^^^ info[missing-email]
}
