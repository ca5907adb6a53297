import { TrackClient } from "customerio-node";
import _ from "lodash";
import type { QuerySnapshot } from "firebase-admin/firestore";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// What has no `map` is made an array, or left.
export async function sets(ids: Set<string>, plans: Map<string, string>, some?: string[], maybe?: Set<string>) {
  ids.forEach((id) => cio.destroy(id));
//                    ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  plans.forEach((id) => cio.destroy(id));
//                      ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  plans.forEach((plan, id) => cio.identify(id, { plan }));
//                            ^^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `identify`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  some?.forEach((id) => cio.destroy(id));
//                      ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  maybe?.forEach((id) => cio.destroy(id));
//                       ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  some?.map((id) => cio.destroy(id));
//                  ^^^^^^^^^^^ warning[floating-promise]: the promises of `destroy` that `map` collects are not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  new Set(some).forEach((id) => {
    cio.suppress(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `suppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
  Object.keys({ a: 1 }).forEach((id) => {
    cio.suppress(id);
//  ^^^^^^^^^^^^ warning[floating-promise]: the promise of `suppress` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
}

export async function others(snapshot: QuerySnapshot, bus: NodeJS.EventEmitter, ids: string[], any: any) {
  snapshot.forEach((doc) => {
    cio.destroy(doc.id);
//  ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
  snapshot.forEach((doc) => cio.destroy(doc.id));
//                          ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  any.forEach((id: string) => cio.destroy(id));
//                            ^^^^^^^^^^^ warning[floating-promise]: `forEach` does not wait for the promise of `destroy`: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  _.forEach(ids, (id) => {
    cio.destroy(id);
//  ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
  bus.on("left", (id: string) => {
    cio.destroy(id);
//  ^^^^^^^^^^^ warning[floating-promise]: the promise of `destroy` is not awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  });
}
