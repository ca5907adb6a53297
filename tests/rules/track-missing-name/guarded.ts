import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

async function track(id: string, name?: string) {
  if (!name) return;
  await cio.track(id, { name });
}

export async function all(id: string) {
  await track(id);
  await track(id, "");
  await track(id, "order_placed");
  await cio.track(id, { name: "" });
//                            ^^ error[track-missing-name]: the event has no `name`
}
