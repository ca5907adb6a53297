import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "signed_up" });
  await cio.trackAnonymous(id, { name: "signed_up" });
  await cio.track(id, { name: "signed_up" });
}

// Among equals the one in the project's style is right.
export async function trial(id: string) {
  await cio.track(id, { name: "trial_started" });
  await cio.track(id, { name: "trial_started" });
}

// Neither is in the style, so the first one is.
export async function cart(id: string) {
  await cio.track(id, { name: "cart_viewed" });
  await cio.track(id, { name: "cart_viewed" });
}

// The style wins over the majority, and every other place is told.
export async function order(id: string) {
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "order_placed" });
  await cio.track(id, { name: "order_placed" });
}

// Words that run together are not the right ones, in whatever style; of equals, nor are fewer words.
export async function words(id: string) {
  await cio.track(id, { name: "user_signed_up" });
  await cio.track(id, { name: "user_signed_up" });
  await cio.track(id, { name: "user_signed_in" });
  await cio.track(id, { name: "user_signed_in" });
  await cio.track(id, { name: "user_signed_in" });
  await cio.track(id, { name: "login" });
  await cio.track(id, { name: "login" });
  await cio.track(id, { name: "login" });
}

// One constant is one place.
const PAID = "invoice_paid";
export async function paid(id: string) {
  await cio.track(id, { name: PAID });
  await cio.track(id, { name: PAID });
  await cio.track(id, { name: "invoice_paid" });
  await cio.track(id, { name: "invoice_paid" });
  await cio.track(id, { name: "invoice_paid" });
}

// Nothing can be written into a computed name, and quotes cannot hold every name.
export async function computed(id: string) {
  await cio.track(id, { name: "Plan_Changed".toUpperCase() });
  await cio.track(id, { name: "PlanChanged" });
  await cio.track(id, { name: "PlanChanged" });
  await cio.track(id, { name: "User's Order" });
  await cio.track(id, { name: "User's Order" });
  await cio.track(id, { name: "UsersOrder" });
}

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
