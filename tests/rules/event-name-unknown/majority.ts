//@ customerio.json = { "account": { "events": ["trial_started"] }, "rules": { "event-name-unknown": "off" } }
// Without this rule the other one goes by the list as well, and not by what most places say.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shop(id: string) {
  await cio.track(id, { name: "trial_started" });
  await cio.track(id, { name: "TrialStarted" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `TrialStarted` is spelled `trial_started` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "TrialStarted" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `TrialStarted` is spelled `trial_started` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
}
