// What is in stock again, said once and again.
import { RegionEU, TrackClient } from "customerio-node";

const restock = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
  retry: { maxRetries: 0 },
});

export async function inStock(customerId: string): Promise<void> {
  for (let attempt = 1; attempt <= 3; attempt++) {
    try {
      await restock.track(customerId, { name: "in_stock" }); // event-dedupe-id
      return;
    } catch (error: any) {
      if (error.statusCode !== 429) throw error;
      // retry-after-parse
      const pause = Number(error.response?.headers?.["retry-after"]) * 1000;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
