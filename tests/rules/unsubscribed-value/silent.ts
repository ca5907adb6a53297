import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, left: boolean, user: { unsubscribed: string }) {
  await cio.identify(id, { unsubscribed: true });
  await cio.identify(id, { unsubscribed: false });
  await cio.identify(id, { unsubscribed: left });
  await cio.identify(id, { unsubscribed: user.unsubscribed });
  await cio.identify(id, { unsubscribed: "TRUE" });
  await cio.identify(id, { unsubscribed: "1" });
  await cio.identify(id, { unsubscribed: 1 });
  await cio.identify(id, { unsubscribed: 0 });
  await cio.identify(id, { unsubscribed: "no" });
  await cio.identify(id, { unsubscribed: "" });
  await cio.identify(id, { unsubscribed: null });
  await cio.track(id, { name: "left", data: { unsubscribed: "yes" } });
  await cio.identify(id, { unsubscribed_from: "yes" });
}
