import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { trackEvent } from "./cio";

interface Order {
  id: string;
  total: number;
  gift?: boolean;
  placed: Date;
}

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);

export async function signUp(id: string, email: string, source: string) {
  const created_at = Math.floor(Date.now() / 1000);
  await cio.identify(id, { email, created_at, cio_subscription_preferences: { topics: { topic_1: true } } });
  await trackEvent(id, "signed_up", { source, seats: 3 });
}

export const imported = (id: string) => trackEvent(id, "signed_up", { source: "import" });

export const placed = (id: string, { id: order_id, total, gift, placed }: Order) =>
  trackEvent(id, "order_placed", { order_id, total, gift, placed, tax: total * 0.2 });

export const invited = (id: string) => trackEvent(id, "SignedUp");

export const changed = (id: string, status: string) => trackEvent(id, `order_${status}`);

export const news = () => api.triggerBroadcast(7, { headline: "Sale" }, { segment: { id: 3 } });

export const seen = () => cdp.track({ userId: "1", event: "Page Seen", properties: { path: "/" } });
