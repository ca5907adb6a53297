// What a value does besides goes only when asked for.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

export async function sync(id: string, email: string) {
  await cio.identify(id, { email, cio_id: id });
//                                ^^^^^^ warning[reserved-attribute]: `cio_id` is reserved by Customer.io (Customer.io's own id of the person)
  await cio.identify(id, { email, cio_id: save(id) });
//                                ^^^^^^ warning[reserved-attribute]: `cio_id` is reserved by Customer.io (Customer.io's own id of the person)
  await cio.identify(id, { email, cio_id: await save(id) });
//                                ^^^^^^ warning[reserved-attribute]: `cio_id` is reserved by Customer.io (Customer.io's own id of the person)
  const attributes = { email, cio_id: id };
  save(attributes);
  await cio.identify(id, attributes);
}
