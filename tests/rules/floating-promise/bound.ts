// A method bound to its client is called for each element as a function of the project is.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const destroy = cio.destroy.bind(cio);

export async function all(ids: string[]) {
  ids.forEach(cio.destroy.bind(cio));
//            ^^^^^^^^^^^ warning[floating-promise]
  ids.map(cio.suppress.bind(cio));
//        ^^^^^^^^^^^^ warning[floating-promise]
  ids.forEach(destroy);
//            ^^^^^^^ warning[floating-promise]
  ids.map(destroy);
//        ^^^^^^^ warning[floating-promise]
  await Promise.all(ids.slice(0, 10).map(destroy));
  await Promise.all(ids.slice(0, 10).map(cio.destroy.bind(cio)));
  return Promise.allSettled(ids.slice(0, 10).map(cio.destroy.bind(cio)));
}

export function later(ids: string[], other: { destroy(id: string): void }) {
  ids.forEach(other.destroy.bind(other));
  const off = ids.map(cio.destroy.bind(other));
  return [off, ids.map(destroy)];
}
