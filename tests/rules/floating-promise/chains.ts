// Chains, and promises among others.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare const load: (id: string) => Promise<{ id: string }>;

export async function dropped(ids: string[], id: string) {
  cio.track(id, { name: "seen" }).then(() => console.log("seen"));
//^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `track` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio.track(id, { name: "seen" }).then(console.log, undefined);
//^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `track` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio.track(id, { name: "seen" }).finally(() => console.log("done"));
//^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `track` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio.track(id, { name: "seen" }).catch();
//^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `track` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  load(id).then((user) => cio.identify(user.id));
//                        ^^^^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `identify` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  Promise.all([cio.suppress(id), cio.destroy(id)]);
//             ^^^^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `suppress` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  Promise.all(ids.map((id) => cio.destroy(id)));
//                            ^^^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `destroy` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  const chain = cio.track(id, { name: "seen" });
//              ^^^^^^^^^ warning[floating-promise]: the promise chain that starts with `track` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  chain.then(() => console.log("seen"));
}

export async function handled(ids: string[], id: string) {
  cio.track(id, { name: "seen" }).then(() => console.log("seen"), console.error);
  cio.track(id, { name: "seen" }).then(() => console.log("seen")).catch(console.error);
  cio.track(id, { name: "seen" }).catch(console.error).finally(() => console.log("done"));
  load(id).then((user) => cio.identify(user.id)).catch(console.error);
  void cio.track(id, { name: "seen" });
  void cio.track(id, { name: "seen" }).catch(console.error);
  await Promise.all([cio.suppress(id), cio.destroy(id)]);
  await Promise.all(ids.map((id) => cio.destroy(id)));
  await Promise.all(ids.map(async (id) => cio.destroy(id)));
  Promise.allSettled(ids.map((id) => cio.destroy(id)));
  const results = await Promise.allSettled(ids.map((id) => cio.destroy(id)));
  return results;
}
