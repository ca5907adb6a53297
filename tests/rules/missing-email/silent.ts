import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(user: { id: string }) {
  await cio.identify(user.id, { plan: "free", created_at: 1704067200 });
}
//- /src/address.ts
import { cio } from "./silent";

export async function confirmed(userId: string, email: string) {
  await cio.identify(userId, { email });
}
