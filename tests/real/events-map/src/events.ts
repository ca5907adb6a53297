import { TrackClient } from "customerio-node";

export const EVENTS = {
  cartUpdated: "cart_updated",
  checkoutStarted: "checkout_started",
  orderPlaced: "order_placed",
} as const;
export type EventName = (typeof EVENTS)[keyof typeof EVENTS];

interface Payloads {
  cart_updated: { items: number };
  checkout_started: { cart_id: string };
  order_placed: { order_id: string; total: number };
}

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

export function track<E extends EventName>(id: string, name: E, data: Payloads[E]): Promise<unknown> {
  return cio.track(id, { name, data });
}

export const onOrder = (id: string, order: { id: string; total: number }) =>
  track(id, EVENTS.orderPlaced, { order_id: order.id, total: order.total }); // call

export async function onCart(id: string, items: number) {
  if (items === 0) return;
  await track(id, EVENTS.cartUpdated, { items }); // call
}
