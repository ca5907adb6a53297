// A blank too many is told by `event-name-whitespace` alone.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function blanks(id: string) {
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "order_placed " });
//                            ^^^^^^^^^^^^^^^ warning[event-name-whitespace]
}
