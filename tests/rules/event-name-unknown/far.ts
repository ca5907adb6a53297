//@ customerio.json = { "account": { "events": ["signed_up", "order_placed", "step_1", "plan_a_chosen", "subscribed"] } }
// Nothing of the list is near: it may be an event that only segments look at.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function shop(id: string) {
  await cio.track(id, { name: "InvoiceSeen" });
  //                          ^^^^^^^^^^^^^ info[event-name-unknown]: event `InvoiceSeen` is not in `account.events`: Customer.io stores the event, but possibly no campaign or segment waits for it
  await cio.track(id, { name: "step_2" });
  //                          ^^^^^^^^ info[event-name-unknown]
  await cio.track(id, { name: "plan_b_chosen" });
  //                          ^^^^^^^^^^^^^^^ info[event-name-unknown]
  await cio.track(id, { name: "unsubscribed" });
  //                          ^^^^^^^^^^^^^^ info[event-name-unknown]
}
