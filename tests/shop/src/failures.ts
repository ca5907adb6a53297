// What becomes of requests to Customer.io that fail.
import { APIClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function withBackoff<T>(send: () => Promise<T>, most = 3): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (err: any) {
      if (err.statusCode !== 429 || attempt === most) throw err;
      await pause(Number(err.headers?.["retry-after"] ?? 1) * 1000); // retry-after-wrong-property
    }
  }
}

export async function wishListed(customerId: string, productId: string): Promise<void> {
  await withBackoff(
    () => cio.track(customerId, { name: "wish_listed", data: { product_id: productId } }), // double-retry
  );
}

export async function unsubscribed(customerId: string): Promise<unknown> {
  for (;;) {
    try {
      return await cio.identify(customerId, { unsubscribed: true }); // double-retry
    } catch (err) { // retry-non-retryable
      await pause(1000);
    }
  }
}

export async function forgotten(customerId: string): Promise<boolean> {
  try {
    await cio.destroy(customerId);
    return true;
  } catch (err: any) {
    if (err.code === "ECONNRESET") return false; // error-network-code
    if (err.response?.status === 404) return false; // error-shape
    throw err;
  }
}

export async function archived(customerIds: string[]): Promise<void> {
  // batch-result-unchecked
  await cio.batch(customerIds.map((id) => ({ type: "person", action: "delete", identifiers: { id } })));
}

export async function remind(addresses: string[]): Promise<void> {
  const reminders = addresses.map((to) =>
    new SendEmailRequest({ transactional_message_id: "cart_reminder", to, identifiers: { email: to } }),
  );
  await Promise.all(reminders.map((reminder) => api.sendEmail(reminder))); // rate-limit-unhandled
}

export async function launch(): Promise<void> {
  try {
    await api.triggerBroadcast(12, { headline: "Summer sale" }, { segment: { id: 7 } });
  } catch (err: any) {
    console.error("The broadcast failed:", err.message); // error-detail-lost
  }
}

export async function visited(customerId: string, path: string): Promise<void> {
  try {
    await cio.trackPageView(customerId, path);
  } catch { // auth-error-swallowed
    return;
  }
}
