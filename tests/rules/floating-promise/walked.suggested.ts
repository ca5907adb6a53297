import { TrackClient } from "customerio-node";
import _ from "lodash";
import type { QuerySnapshot } from "firebase-admin/firestore";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// What has no `map` is made an array, or left.
export async function sets(ids: Set<string>, plans: Map<string, string>, some?: string[], maybe?: Set<string>) {
  await Promise.all(Array.from(ids, (id) => cio.destroy(id)));
  await Promise.all(Array.from(plans.values(), (id) => cio.destroy(id)));
  plans.forEach((plan, id) => cio.identify(id, { plan }).catch(console.error));
  await Promise.all(some?.map((id) => cio.destroy(id)) ?? []);
  await Promise.all(Array.from(maybe ?? [], (id) => cio.destroy(id)));
  await Promise.all(some?.map((id) => cio.destroy(id)) ?? []);
  await Promise.all(Array.from(new Set(some), (id) => {
    return cio.suppress(id);
  }));
  await Promise.all(Object.keys({ a: 1 }).map((id) => {
    return cio.suppress(id);
  }));
}

export async function others(snapshot: QuerySnapshot, bus: NodeJS.EventEmitter, ids: string[], any: any) {
  snapshot.forEach((doc) => {
    cio.destroy(doc.id).catch(console.error);
  });
  snapshot.forEach((doc) => cio.destroy(doc.id).catch(console.error));
  any.forEach((id: string) => cio.destroy(id).catch(console.error));
  _.forEach(ids, (id) => {
    cio.destroy(id).catch(console.error);
  });
  bus.on("left", (id: string) => {
    cio.destroy(id).catch(console.error);
  });
}
