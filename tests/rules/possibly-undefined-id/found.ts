//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

type User = { id: string; email: string };

export async function found(user?: User, session?: { user?: User }) {
  await cio.identify(user?.id, { email: user?.email });
//                   ^^^^^^^^ hint[possibly-undefined-id]: `identify` throws "customerId is required" without it
  await cio.suppress(session?.user?.id);
//                   ^^^^^^^^^^^^^^^^^ hint[possibly-undefined-id]: this id may be missing
}

export async function attributes(user?: User) {
  return api.getAttributes(user?.email);
//                         ^^^^^^^^^^^ hint[possibly-undefined-id]: this id may be missing
}
