// The constant is reported in its own file, which sends it too.
import { cio, RENEWED } from "./z/customerio";

export async function renewed(id: string) {
  await cio.track(id, { name: RENEWED });
  await cio.track(id, { name: "plan_renewed" });
  await cio.track(id, { name: "plan_renewed" });
  await cio.track(id, { name: "plan_renewed" });
}
//- /src/z/customerio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const RENEWED = "PlanRenewed";

export async function renew(id: string) {
  await cio.track(id, { name: RENEWED });
  //                          ^^^^^^^ warning[event-name-inconsistent]: `plan_renewed` in 3 other places
}
