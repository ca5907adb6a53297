import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "SignedUp" });
  //                          ^^^^^^^^^^ warning[event-name-inconsistent]: event name `SignedUp` is written `signed_up` in 2 other places
  await cio.trackAnonymous(id, { name: "Signed Up" });
  //                                   ^^^^^^^^^^^ warning[event-name-inconsistent]: `Signed Up` is written `signed_up` in 2 other places
  await cio.track(id, { name: "signed_up" });
}

// Among equals the one in the project's style is right.
export async function trial(id: string) {
  await cio.track(id, { name: "Trial Started" });
  //                          ^^^^^^^^^^^^^^^ warning[event-name-inconsistent]: `trial_started` in another place
  await cio.track(id, { name: "trial_started" });
}

// Neither is in the style, so the first one is.
export async function cart(id: string) {
  await cio.track(id, { name: "CartViewed" });
  await cio.track(id, { name: "cart-viewed" });
  //                          ^^^^^^^^^^^^^ warning[event-name-inconsistent]: `CartViewed` in another place
}

// The majority wins over the style, and says so once.
export async function order(id: string) {
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "Order Placed" });
  await cio.track(id, { name: "order_placed" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-inconsistent]: `Order Placed` in 2 other places
}

// One constant is one place.
const PAID = "InvoicePaid";
export async function paid(id: string) {
  await cio.track(id, { name: PAID });
  //                          ^^^^ warning[event-name-inconsistent]: `invoice_paid` in 3 other places
  await cio.track(id, { name: PAID });
  await cio.track(id, { name: "invoice_paid" });
  await cio.track(id, { name: "invoice_paid" });
  await cio.track(id, { name: "invoice_paid" });
}

// Nothing can be written into a computed name, and quotes cannot hold every name.
export async function computed(id: string) {
  await cio.track(id, { name: "PLAN_CHANGED".toLowerCase() });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[event-name-inconsistent]: `plan_changed` is written `PlanChanged`
  await cio.track(id, { name: "PlanChanged" });
  await cio.track(id, { name: "PlanChanged" });
  await cio.track(id, { name: "User's Order" });
  await cio.track(id, { name: "User's Order" });
  await cio.track(id, { name: "users_order" });
  //                          ^^^^^^^^^^^^^ warning[event-name-inconsistent]: `User's Order`
}

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
