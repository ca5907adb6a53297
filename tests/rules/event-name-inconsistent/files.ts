import { cio } from "./customerio";
import { EVENTS, Names } from "./events";

export async function signUp(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "trialStarted" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-inconsistent]: `trial_started` in 2 other places
  await cio.track(id, { name: EVENTS.orderPlaced });
  //                          ^^^^^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `OrderPlaced` is spelled `order_placed` in 2 other places: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: EVENTS.orderPlaced });
  await cio.track(id, { name: Names.CartViewed });
}
//- /src/customerio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function track(id: string, name: string) {
  await cio.track(id, { name });
}
//- /src/events.ts
export const EVENTS = { orderPlaced: "OrderPlaced" } as const;
export enum Names {
  CartViewed = "cart_viewed",
}
//- /src/jobs/trial.ts
import { track } from "../customerio";

export async function trial(id: string) {
  await track(id, "trial_started");
  await track(id, "trial_started");
  await track(id, "order_placed");
  await track(id, "order_placed");
  await track(id, "cartViewed");
  //              ^^^^^^^^^^^^ warning[event-name-inconsistent]: event `cartViewed` is spelled `cart_viewed` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await track(id, "SignedUp");
  //              ^^^^^^^^^^ warning[event-name-inconsistent]: event `SignedUp` is spelled `signed_up` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
}
