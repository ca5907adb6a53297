import { Customers } from "@acme/cio";

const customers = Customers.fromEnv();

export async function shipped(order: { id: string; userId: string; shippedAt: Date }) {
  await customers.track(order.userId, "order_shipped", { at: order.shippedAt, data: { order_id: order.id } });
}

export function closed(userId: string) {
  customers.forget(userId); // call floating-promise
}
