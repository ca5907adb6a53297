// What a value does besides goes only when asked for.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

export async function sync(id: string, email: string) {
  await cio.identify(id, { email });
  await cio.identify(id, { email, cio_id: save(id) });
  await cio.identify(id, { email, cio_id: await save(id) });
  const attributes = { email, cio_id: id };
  save(attributes);
  await cio.identify(id, attributes);
}
