// A method that is bound to its client, or called by `call`, `apply` or `Reflect.apply`, is the same method.
import { TrackClient } from "customerio-node";
import { remember } from "./bound";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const identify = cio.identify.bind(cio);
const calls = { track: cio.track.bind(cio), own: { track(id: string, event: object) { console.log(id, event); } } };

export async function bound(id: string) {
  await identify(id, { created_at: Date.now() });
//                                 ^^^^^^^^^^ error[timestamp-milliseconds]
  await calls.track(id, { name: "joined", timestamp: Date.now() });
//                                                   ^^^^^^^^^^ error[timestamp-milliseconds]
  await remember(id, { created_at: Date.now() });
//                                 ^^^^^^^^^^ error[timestamp-milliseconds]
  identify(id, { plan: "pro" });
//^^^^^^^^ warning[floating-promise]
  void identify(id, { plan: "pro" });
  calls.own.track(id, { timestamp: Date.now() });
}

export async function applied(id: string) {
  await cio.identify.call(cio, id, { created_at: Date.now() });
//                                               ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.identify.apply(cio, [id, { created_at: Date.now() }]);
//                                                 ^^^^^^^^^^ error[timestamp-milliseconds]
  await Reflect.apply(cio.identify, cio, [id, { created_at: Date.now() }]);
//                                                          ^^^^^^^^^^ error[timestamp-milliseconds]
  cio.identify.call(cio, id, { plan: "pro" });
//^^^^^^^^^^^^ warning[floating-promise]
}

export class People {
  private readonly identify = cio.identify.bind(cio);
  async created(id: string) {
    await this.identify(id, { created_at: Date.now() });
//                                        ^^^^^^^^^^ error[timestamp-milliseconds]
  }
}

// Something else is `this`, or the function is none of the client's.
const other = { identify(id: string, data: object) { console.log(id, data); } };
export async function others(id: string) {
  await (cio.identify as any).call(other, id, { created_at: Date.now() });
  await other.identify.call(cio, id, { created_at: Date.now() });
  const bound = other.identify.bind(other);
  bound(id, { created_at: Date.now() });
  console.log(Math.max.apply(null, [1, Date.now()]));
}
//- /src/bound.ts
import { TrackClient } from "customerio-node";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const remember = client.identify.bind(client);
