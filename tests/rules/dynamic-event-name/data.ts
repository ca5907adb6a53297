import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface Order {
  id: string;
  coupons: { code: string }[];
  product: { name: string; title?: string };
}

export async function all(id: string, order: Order, db: any, req: any) {
  await cio.track(id, { name: order.coupons[0].code });
  //                          ^^^^^^^^^^^^^^^^^^^^^ warning[dynamic-event-name]: the event's name is `order.coupons[0].code`: each value of it makes another event
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
  //                          ^^^^^^^^^^^^^ info[dynamic-event-name]: the event's name is `req.body.type`: anyone who sends the request chooses the name
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
