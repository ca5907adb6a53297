// What the shop knows of its customers, and what they want to get.
import { RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);

interface Customer {
  id: string;
  email: string;
  passwordHash: string;
  plan: string;
}

export async function register(customer: Customer): Promise<void> {
  await cio.track(customer.id, { name: "registered" }); // identify-before-track
  await cio.identify(customer.id, {
    email: customer.email,
    password_hash: customer.passwordHash, // sensitive-attribute
    timezone: "GMT+1", // timezone-invalid
    _source: "shop", // reserved-attribute
  });
}

export async function visited(customer: Customer, productId: string): Promise<void> {
  await cio.track(customer.id, { name: "shop_visited " }); // event-name-whitespace
  await cio.track(customer.id, { name: `viewed_${productId}` }); // dynamic-event-name
}

export async function invited(customer: Customer, friend: { email: string }): Promise<void> {
  await cio.track(customer.id, { name: `invited_${friend.email}` }); // pii-in-event-name
  await cio.track(customer.id, {
    name: "gift_sent",
    data: { recipient: friend.email }, // reserved-event-data-key
  });
  await cio.track(friend.email, { name: "gift_received" }); // email-as-id
}

export async function updatePlan(customer: Customer): Promise<void> {
  await cio.identify(customer.id, {
    plan_name: customer.plan,
    created_at: Math.floor(Date.now() / 1000), // created-at-overwritten
  });
  await cio.identify(customer.id, { plan_name: customer.plan });
  await cio.identify(customer.id, { planName: customer.plan }); // attribute-name-style
}

export async function preferences(customer: Customer, merged: { cio_id: string }): Promise<void> {
  await cio.identify(customer.id, {
    unsubscribed: "yes", // unsubscribed-value
    cio_subscription_preferences: { topics: { "7": false } }, // subscription-preferences-shape
  });
  await cio.identify(merged.cio_id, { merged: true }); // cio-id-prefix
}

export async function unsubscribe(customer: Customer): Promise<void> {
  await cio.suppress(customer.id); // suppress-as-unsubscribe
}

export async function forget(customer: Customer): Promise<void> {
  await cio.destroy(customer.id); // destroy-vs-suppress
}

export async function moved(customers: Customer[]): Promise<void> {
  await Promise.all(customers.map((customer) => customer.id).map(cio.suppress)); // detached-method
  await cio.deleteDevice("42", ""); // empty-argument
  await cio.request.post("/customers/42/suppress"); // internal-request
}

export async function renamed(customer: Customer): Promise<boolean> {
  return (await cio.identify(customer.id, { plan: customer.plan })).status === 200; // response-shape
}
