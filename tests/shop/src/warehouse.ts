// Stock alerts. Two clients written from memory, and wrong in two ways.
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const trackKey = process.env.CUSTOMERIO_TRACK_API_KEY!;

// region-as-positional
const stock = new TrackClient(siteId, trackKey, RegionEU);

// region-not-instance
const alerts = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: "EU" });

export async function backInStock(customerId: string, sku: string): Promise<void> {
  await stock.track(customerId, { name: "back_in_stock", data: { sku } });
}

export async function lowStock(sku: string, left: number): Promise<void> {
  await alerts.triggerBroadcast(31, { sku, left }, { emails: ["warehouse@shop.example"] });
}
