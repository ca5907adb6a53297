import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "sent feedback" });
  await cio.track(id, { name: "started a course" });
  await cio.track(id, { name: "clicked CTA" });
  await cio.track(id, { name: "signed-up again" });
  await cio.track(id, { name: "read an article" });
  await cio.track(id, { name: "signup" });
  await cio.track(id, { name: "course completed" });
}
