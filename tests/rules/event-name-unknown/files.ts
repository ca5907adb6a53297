//@ customerio.json = { "account": { "events": ["signed_up", "trial_started", "cart_viewed"] } }
import { track, Tracker } from "./customerio";
import { EVENTS, Names } from "./events";

export async function signUp(id: string, tracker: Tracker) {
  await track(id, "signed_up");
  await track(id, "signedUp");
  //              ^^^^^^^^^^ warning[event-name-unknown]: `signedUp`, but `signed_up`
  await track(id, EVENTS.trialStarted);
  //              ^^^^^^^^^^^^^^^^^^^ warning[event-name-unknown]: `trial_start`, but `trial_started`
  await tracker.send(id, Names.CartViewed);
  //                     ^^^^^^^^^^^^^^^^ warning[event-name-unknown]: `cart_veiwed`, but `cart_viewed`
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
    //                                   ^^^^^^^^^^^^^^ info[event-name-unknown]: an event `invoice_sent`
  }
}
//- /src/events.ts
export const EVENTS = { trialStarted: "trial_start" } as const;
export enum Names {
  CartViewed = "cart_veiwed",
}
