import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Order {
  id: string;
  plan: string;
}

export async function all(id: string, order: Order, step: number) {
  await cio.track(id, { name: "order", data: { order_id: order.id } });
  await cio.track(id, { name: "order", data: { order_id: order.id, plan: order.plan } });
  await cio.track(id, { name: `visit-${Date.now()}`, data: {} });
  await cio.track(id, { name: "run_" + crypto.randomUUID() });
  await cio.track(id, { name: "upgraded_to", data: { plan: order.plan.toLowerCase() } });
  await cio.track(id, { name: `step_${step}_of_${order.id}_done` });
  const name = `paid_${order.id}`;
  await cio.track(id, { name });
  await send(id, `left_${order.id}`);
}

function send(id: string, name: string) {
  return cio.track(id, { name });
}
