// An id is given to the person of an address: there is one profile.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function joined(email: string, contact_id: string, interests: Record<string, boolean>, rest: object) {
  await cio.identify(contact_id, { plan: "pro" });
  await cio.identify(email, { email, id: contact_id, ...interests, pro: false });
  await cio.identify(email, rest);
  await cio.identify(email, { pro: false, ...rest });
}
