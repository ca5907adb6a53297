//@ customerio.json = { "account": { "events": ["signed_up"] }, "rules": { "event-name-unknown": "error" } }
// What the settings say holds for the plainest case.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shop(id: string) {
  await cio.track(id, { name: "signedup" });
  //                          ^^^^^^^^^^ error[event-name-unknown]
  await cio.track(id, { name: "paid" });
  //                          ^^^^^^ info[event-name-unknown]
}
