import { TrackClient } from "customerio-node";
import { NAMES } from "./names";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "Order  Placed " });
  await cio.track(id, { name: NAMES.trial });
  await cio.trackAnonymous("anonymous-7", { name: "" });
  await send(id, "left ");
}

function send(id: string, name: string) {
  return cio.track(id, { name });
}
//- /src/names.ts
export const NAMES = { trial: "trial_started " };
