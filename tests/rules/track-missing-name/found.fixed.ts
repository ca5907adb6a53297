import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, event: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "signed_up", data: { plan: "pro" } });
  await cio.track(id, { name: "signed_up", data: {} });
  await cio.track(id, { name: event });
  await cio.track(id, {});
  await cio.track(id);
  await cio.track(id, { name: "" });
  await cio.track(id, { data: { name: "signed_up" } });
}
