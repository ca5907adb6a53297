import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const log = (entry: { name: string }) => console.log(entry.name);

export async function all(id: string, name: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name });
  await cio.track(id, { name: name.trim() });
  await cio.track(id, { name: " /pricing ", type: "page" });
  log({ name: " job " });
}
