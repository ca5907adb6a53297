import { cio, track } from "./customerio";
import dates, { now } from "./dates";
import * as all from "./dates";

export async function placed(id: string) {
  await cio.track(id, { name: "order_placed", timestamp: now });
  //                                                     ^^^ warning[stale-timestamp]
  await cio.track(id, { name: "order_placed", timestamp: all.now });
  //                                                     ^^^^^^^ warning[stale-timestamp]
  await track(id, "order_shipped", dates.today);
  //                               ^^^^^^^^^^^ warning[stale-timestamp]: `timestamp` is the time when the module loaded
  await track(id, "order_shipped", dates.fresh());
  await track(id, "order_shipped");
}
//- /src/customerio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const loaded = Math.floor(Date.now() / 1000);

export async function track(id: string, name: string, at = Math.floor(Date.now() / 1000)) {
  await cio.track(id, { name, timestamp: at });
}

export async function wrapped(id: string) {
  await cio.track(id, { name: "order_returned", timestamp: loaded });
}
//- /src/dates.ts
export const now = Math.floor(Date.now() / 1000);
export default {
  today: Math.floor(Date.now() / 1000),
  fresh: () => Math.floor(Date.now() / 1000),
};
