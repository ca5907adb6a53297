//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function events(ids: string[], load: () => Promise<string[]>) {
  await Promise.all(ids.map((id) => cio.track(id, { name: "renewed" })));
//                                  ^^^^^^^^^ info[rate-limit-unhandled]
  await Promise.all((await load()).map((id) => cio.identify(id, { plan: "free" })));
//                                             ^^^^^^^^^^^^ info[rate-limit-unhandled]
  const found = await Promise.all(ids.map((id) => api.getAttributes(id)));
//                                                ^^^^^^^^^^^^^^^^^ warning[rate-limit-unhandled]
  return found;
}

export async function again(ids: string[], load: () => Promise<string[]>) {
  await Promise.all(ids.map((id) => cio.track(id, { name: "renewed" })));
//                                  ^^^^^^^^^ info[rate-limit-unhandled]
  await Promise.all(ids.map((id) => cio.track(id, { name: "sent" })));
//                                  ^^^^^^^^^ info[rate-limit-unhandled]
}
