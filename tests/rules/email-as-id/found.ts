import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(user: { id: string; email: string }) {
  await cio.identify(user.id, { email: user.email });
}
//- /src/newsletter.ts
import { cio } from "./found";

export async function subscribed(email: string) {
  await cio.track(email, { name: "subscribed" });
  //              ^^^^^ info[email-as-id]: person identified by email, while the project also uses ids: Customer.io may create two profiles for one person
  await cio.track("ada@example.com", { name: "subscribed" });
  //              ^^^^^^^^^^^^^^^^^ info[email-as-id]
}
//- /src/waitlist.ts
import { cio } from "./found";

export const waits = (email: string) => cio.identify(email, { email, waitlist: true });
//                                                   ^^^^^ info[email-as-id]
