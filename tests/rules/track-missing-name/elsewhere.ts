// A name that is written elsewhere stays one for others.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

const PURCHASE = "purchase";

export async function bought(id: string) {
  await cio.track(id, PURCHASE as any);
//                    ^^^^^^^^^^^^^^^ error[track-missing-name]: the event has no `name`
  await cio.track(id, "purchase" as any);
//                    ^^^^^^^^^^^^^^^^^ error[track-missing-name]: the event has no `name`
  save(PURCHASE);
}
