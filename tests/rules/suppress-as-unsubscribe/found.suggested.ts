import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function unsubscribe(id: string) {
  await cio.identify(id, { unsubscribed: true });
}

export const handlers = {
  onEmailBounced: (id: string) => cio.identify(id, { unsubscribed: true }),
};

export class Webhooks {
  async optedOut(id: string) {
    await block(id);
  }
}

function block(id: string) {
  return cio.suppress(id);
}
