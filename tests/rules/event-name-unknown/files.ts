//@ customerio.json = { "account": { "events": ["signed_up", "trial_started", "cart_viewed"] } }
import { track, Tracker } from "./customerio";
import { EVENTS, Names } from "./events";

export async function signUp(id: string, tracker: Tracker) {
  await track(id, "signed_up");
  await track(id, "signedUp");
  //              ^^^^^^^^^^ warning[event-name-unknown]: event `signedUp` is not in `account.events`, which has `signed_up`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await track(id, EVENTS.trialStarted);
  //              ^^^^^^^^^^^^^^^^^^^ warning[event-name-unknown]: event `trial_start` is not in `account.events`, which has `trial_started`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await tracker.send(id, Names.CartViewed);
  //                     ^^^^^^^^^^^^^^^^ warning[event-name-unknown]: event `cart_veiwed` is not in `account.events`, which has `cart_viewed`: Customer.io treats them as different events, and a campaign that waits for one never sees the other
  await tracker.invoiced(id);
}
//- /src/customerio.ts
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function track(id: string, name: string) {
  await cio.track(id, { name });
}

export class Tracker {
  constructor(private readonly client: TrackClient = cio) {}
  send(id: string, name: string) {
    return this.client.track(id, { name });
  }
  invoiced(id: string) {
    return this.client.track(id, { name: "invoice_sent" });
    //                                   ^^^^^^^^^^^^^^ info[event-name-unknown]: event `invoice_sent` is not in `account.events`: Customer.io stores the event, but possibly no campaign or segment waits for it
  }
}
//- /src/events.ts
export const EVENTS = { trialStarted: "trial_start" } as const;
export enum Names {
  CartViewed = "cart_veiwed",
}
