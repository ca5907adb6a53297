// Title Case, Sentence case or PascalCase: each may be meant.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "Signup" });
  await cio.track(id, { name: "Login" });
  await cio.track(id, { name: "Purchase" });
  await cio.track(id, { name: "Upgrade" });
  await cio.track(id, { name: "Cancel" });
  await cio.track(id, { name: "logout" });
  await cio.track(id, { name: "plan_changed" });
//                            ^^^^^^^^^^^^^^ info[event-name-snake-case]: event name `plan_changed` is not in Title Case like the other names here: Customer.io treats `plan_changed` and `Plan Changed` as two events, and a campaign waits for only one
}
