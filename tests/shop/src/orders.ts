// What happens to an order, told to Customer.io as events.
import { RegionEU, TrackClient } from "customerio-node";
import { total, type Order } from "./types.js";

export class OrderEvents {
  private readonly cio = new TrackClient(
    process.env.CUSTOMERIO_SITE_ID!,
    process.env.CUSTOMERIO_TRACK_API_KEY!,
    { region: RegionEU },
  );

  async placed(order: Order): Promise<void> {
    await this.cio.track(order.customer.id, {
      name: "order_placed",
      timestamp: Math.floor(order.placedAt.getTime() / 1000),
      data: { order_id: order.id, total: total(order), items: order.lines.length },
    });
  }

  async shipped(order: Order, carrier: string): Promise<void> {
    await this.cio.track(order.customer.id, {
      name: "order_shipped",
      timestamp: Date.now() / 1000, // fractional-unix-seconds
      data: { order_id: order.id, carrier },
    });
  }

  async delivered(order: Order): Promise<void> {
    const deliveredAt = new Date();
    await this.cio.track(order.customer.id, {
      name: "order_delivered",
      timestamp: deliveredAt.toISOString(), // timestamp-not-unix
      data: { order_id: order.id },
    });
  }

  async returned(order: Order, reason: string): Promise<void> {
    await this.cio.track(order.customer.id, {
      name: "order_returned",
      data: { order_id: order.id, reason },
    });
  }

  async canceled(order: Order): Promise<void> {
    try {
      this.cio.track(order.customer.id, { name: "order_canceled", data: { order_id: order.id } }); // floating-promise
    } catch (error) {
      console.error("not tracked", error);
    }
  }
}
