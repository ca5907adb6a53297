import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Order {
  id: string;
  coupons: { code: string }[];
  product: { name: string; title?: string };
}

export async function all(id: string, order: Order, db: any, req: any) {
  await cio.track(id, { name: order.coupons[0].code });
  //                          ^^^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: event name is the value of `order.coupons[0].code`: Customer.io creates a new event for each value, and no campaign waits for it
  await cio.track(id, { name: order.id });
  //                          ^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: String(order.id) });
  //                          ^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: order.product.name });
  //                          ^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  const post = await db.post.findFirst({ where: { id } });
  await cio.track(id, { name: post.title });
  //                          ^^^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: post.message.trim() });
  //                          ^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  await cio.track(id, { name: req.body.type });
  //                          ^^^^^^^^^^^^^ info[dynamic-event-name]: event name is the value of `req.body.type`: anyone who can send the request chooses the name, and no campaign waits for a new one
  await cio.trackAnonymous(id, { name: req.query.kind, data: {} });
  //                                   ^^^^^^^^^^^^^^ info[dynamic-event-name]
  await cio.track(id, { name: req.body.orderId });
  //                          ^^^^^^^^^^^^^^^^ warning[dynamic-event-name]
  const orderId = order.id;
  await cio.track(id, { name: orderId });
  //                          ^^^^^^^ warning[dynamic-event-name]
  await send(id, post.id);
  //             ^^^^^^^ warning[dynamic-event-name]
}

function send(id: string, name: string) {
  return cio.track(id, { name });
}
