import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  await cio.track(id, { name: "signed_up" });
  await cio.track(id, { name: "SignedUp" });
  //                          ^^^^^^^^^^ warning[event-name-inconsistent]: event `SignedUp` is spelled `signed_up` in 2 other places: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.trackAnonymous(id, { name: "Signed Up" });
  //                                   ^^^^^^^^^^^ warning[event-name-inconsistent]: event `Signed Up` is spelled `signed_up` in 2 other places: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "signed_up" });
}

// Among equals the one in the project's style is right.
export async function trial(id: string) {
  await cio.track(id, { name: "Trial Started" });
  //                          ^^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `Trial Started` is spelled `trial_started` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "trial_started" });
}

// Neither is in the style, so the first one is.
export async function cart(id: string) {
  await cio.track(id, { name: "CartViewed" });
  await cio.track(id, { name: "cart-viewed" });
  //                          ^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `cart-viewed` is spelled `CartViewed` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
}

// The style wins over the majority, and every other place is told.
export async function order(id: string) {
  await cio.track(id, { name: "OrderPlaced" });
  //                          ^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `OrderPlaced` is spelled `order_placed` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "OrderPlaced" });
  //                          ^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `OrderPlaced` is spelled `order_placed` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "order_placed" });
}

// Words that run together are not the right ones, in whatever style; of equals, nor are fewer words.
export async function words(id: string) {
  await cio.track(id, { name: "user_signedup" });
  //                          ^^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `user_signedup` is spelled `user_signed_up` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "user_signed_up" });
  await cio.track(id, { name: "usersignedin" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `usersignedin` is spelled `User Signed In` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "User Signed In" });
  await cio.track(id, { name: "UserSignedIn" });
  //                          ^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `UserSignedIn` is spelled `User Signed In` elsewhere: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "LogIn" });
  //                          ^^^^^^^ warning[event-name-inconsistent]: event `LogIn` is spelled `login` in 2 other places: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "login" });
  await cio.track(id, { name: "login" });
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
  await cio.track(id, { name: "Plan_Changed".toUpperCase() });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[event-name-inconsistent]: event `PLAN_CHANGED` is spelled `PlanChanged` in 2 other places: Customer.io treats them as two events, and a campaign that waits for one never sees the other
  await cio.track(id, { name: "PlanChanged" });
  await cio.track(id, { name: "PlanChanged" });
  await cio.track(id, { name: "User's Order" });
  await cio.track(id, { name: "User's Order" });
  await cio.track(id, { name: "UsersOrder" });
  //                          ^^^^^^^^^^^^ warning[event-name-inconsistent]: `User's Order`
}

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
