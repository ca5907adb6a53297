import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const LEFT = "unsubscribed";

export async function all(id: string, left: boolean) {
  await cio.identify(id, { unsubscribed: true });
  await cio.identify(id, { unsubscribed: LEFT });
  await cio.identify(id, { unsubscribed: left ? true : "subscribed" });
  await cio.identify(id, { unsubscribed: 2 });
  await cio.batch([{ type: "person", action: "identify", identifiers: { id }, attributes: { unsubscribed: true } }]);
}
