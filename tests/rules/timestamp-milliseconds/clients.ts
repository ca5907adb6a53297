// However the client is made and called.
import { RegionEU, TrackClient, TrackClient as Cio } from "customerio-node";
import * as customerio from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const key = process.env.CUSTOMERIO_TRACK_API_KEY!;

const aliased = new Cio(siteId, key, { region: RegionEU });
const namespaced = new customerio.TrackClient(siteId, key, { region: RegionEU });
const sdk = { cio: new TrackClient(siteId, key, { region: RegionEU }) };

let lazy: TrackClient | undefined;
function getClient() {
  lazy ??= new TrackClient(siteId, key, { region: RegionEU });
  return lazy;
}

function make() {
  return new TrackClient(siteId, key, { region: RegionEU });
}

export class Service {
  #hidden = new TrackClient(siteId, key, { region: RegionEU });
  static shared = new TrackClient(siteId, key, { region: RegionEU });
  private readonly assigned: TrackClient;

  constructor(private readonly injected: TrackClient) {
    this.assigned = new TrackClient(siteId, key, { region: RegionEU });
  }

  async run(id: string) {
    await this.#hidden.identify(id, { created_at: Date.now() });
//                                                ^^^^^^^^^^ error[timestamp-milliseconds]
    await Service.shared.identify(id, { created_at: Date.now() });
//                                                  ^^^^^^^^^^ error[timestamp-milliseconds]
    await this.assigned.identify(id, { created_at: Date.now() });
//                                                 ^^^^^^^^^^ error[timestamp-milliseconds]
    await this.injected.identify(id, { created_at: Date.now() });
//                                                 ^^^^^^^^^^ error[timestamp-milliseconds]
  }
}

export async function run(id: string, given: TrackClient, maybe: TrackClient | null) {
  await aliased.identify(id, { created_at: Date.now() });
//                                         ^^^^^^^^^^ error[timestamp-milliseconds]
  await namespaced.identify(id, { created_at: Date.now() });
//                                            ^^^^^^^^^^ error[timestamp-milliseconds]
  await sdk.cio.identify(id, { created_at: Date.now() });
//                                         ^^^^^^^^^^ error[timestamp-milliseconds]
  await getClient().identify(id, { created_at: Date.now() });
//                                             ^^^^^^^^^^ error[timestamp-milliseconds]
  await make().identify(id, { created_at: Date.now() });
//                                        ^^^^^^^^^^ error[timestamp-milliseconds]
  await given.identify(id, { created_at: Date.now() });
//                                       ^^^^^^^^^^ error[timestamp-milliseconds]
  await maybe?.identify(id, { created_at: Date.now() });
//                                        ^^^^^^^^^^ error[timestamp-milliseconds]
  await (aliased as Cio)!.identify(id, { created_at: Date.now() });
//                                                   ^^^^^^^^^^ error[timestamp-milliseconds]
  await aliased["identify"](id, { created_at: Date.now() });
//                                            ^^^^^^^^^^ error[timestamp-milliseconds]
  const { cio } = sdk;
  await Promise.all([1, 2].map((n) => cio.identify(`${id}-${n}`, { created_at: Date.now() })));
//                                                                             ^^^^^^^^^^ error[timestamp-milliseconds]
  cio.track(id, { name: "started" }).then(() => cio.identify(id, { created_at: Date.now() })).catch(console.error);
//                                                                             ^^^^^^^^^^ error[timestamp-milliseconds]
}
