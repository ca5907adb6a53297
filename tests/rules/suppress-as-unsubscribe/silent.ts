import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const mailer = { suppress: (id: string) => id };

export async function unsubscribe(id: string) {
  await cio.identify(id, { unsubscribed: true });
  mailer.suppress(id);
}

export async function forgetUnsubscribed(id: string) {
  await cio.suppress(id);
}

export async function deleteAccount(id: string) {
  await cio.suppress(id);
}

export async function resubscribe(id: string) {
  await cio.unsuppress(id);
}
