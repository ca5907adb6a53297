import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Order {
  id: string;
  plan: string;
}

export async function all(id: string, order: Order, step: number) {
  await cio.track(id, { name: `order_${order.id}` });
  //                          ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name contains `order.id`: Customer.io creates a new event for each value, and no campaign waits for it
  await cio.track(id, { name: "order " + order.id, data: { plan: order.plan } });
  //                          ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: `visit-${Date.now()}`, data: {} });
  //                          ^^^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: "run_" + crypto.randomUUID() });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: `upgraded_to_${order.plan.toLowerCase()}` });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[dynamic-event-name]: event name contains `order.plan.toLowerCase()`: Customer.io creates a new event for each value
  await cio.track(id, { name: `step_${step}_of_${order.id}_done` });
  //                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  const name = `paid_${order.id}`;
  await cio.track(id, { name });
  //                    ^^^^ warning[dynamic-event-name]
  await send(id, `left_${order.id}`);
  //             ^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
}

function send(id: string, name: string) {
  return cio.track(id, { name });
}
