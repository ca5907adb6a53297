import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const DEFAULT = "EST5EDT";

export async function all(id: string, zone?: string) {
  await cio.identify(id, { timezone: "GMT+2" });
  await cio.identify(id, { timezone: zone ?? DEFAULT });
  await cio.identify(id, { timezone: "America/New_York" });
  await cio.identify(id, { timezone: "Europe/Berlin" });
  await cio.identify(id, { timezone: -5 });
}
