import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, user: { timezone: string }) {
  await cio.identify(id, { timezone: "Europe/Zurich" });
  await cio.identify(id, { timezone: "America/Argentina/Buenos_Aires" });
  await cio.identify(id, { timezone: "UTC" });
  await cio.identify(id, { timezone: "" });
  await cio.identify(id, { timezone: user.timezone });
  await cio.identify(id, { timezone: Intl.DateTimeFormat().resolvedOptions().timeZone });
  await cio.track(id, { name: "moved", data: { timezone: "GMT+2" } });
}
