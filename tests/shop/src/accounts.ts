// Sign-up, login and the profile that Customer.io keeps of a customer.
import { RegionEU, TrackClient } from "customerio-node";
import type { Customer } from "./types.js";

const cio = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);

export async function signUp(customer: Customer): Promise<void> {
  await cio.identify(customer.id, {
    email: customer.email,
    first_name: customer.firstName,
    created_at: Date.now(), // timestamp-milliseconds
    plan: "free",
  });
  await cio.track(customer.id, { name: "SignedUp", data: { source: "web" } }); // event-name-snake-case
}

export async function importCustomer(customer: Customer): Promise<void> {
  await cio.identify(customer.id, {
    email: customer.email,
    first_name: customer.firstName,
    created_at: Math.floor(customer.joinedAt.getTime() / 1000),
  });
}

export async function loggedIn(customer: Customer): Promise<void> {
  // customerio-disable-next-line -- unused-suppression: the time was once in milliseconds
  await cio.identify(customer.id, { last_login_at: Math.floor(Date.now() / 1000) });
  await cio.track(customer.id, { name: "logged_in" });
}

export async function closeAccount(customer: Customer): Promise<void> {
  await cio.track(customer.id, { name: "account_closed" });
  await cio.suppress(customer.id);
}

export async function restoreAccount(customer: Customer): Promise<void> {
  cio.identify(customer.id, { email: customer.email }); // identify-not-awaited: the event may be first
  await cio.track(customer.id, { name: "account_restored" });
}

export function mergeAccounts(customer: Customer, guest?: { id: string }) {
  return cio
    .mergeCustomers("id", customer.id, "id", guest?.id) // sync-throw-not-caught
    .catch((error) => console.error("not merged", error));
}
