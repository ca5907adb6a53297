// Chains, and promises among others.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare const load: (id: string) => Promise<{ id: string }>;

export async function dropped(ids: string[], id: string) {
  await cio.track(id, { name: "seen" }).then(() => console.log("seen"));
  await cio.track(id, { name: "seen" }).then(console.log, undefined);
  await cio.track(id, { name: "seen" }).finally(() => console.log("done"));
  await cio.track(id, { name: "seen" }).catch();
  await load(id).then((user) => cio.identify(user.id));
  await Promise.all([cio.suppress(id), cio.destroy(id)]);
  await Promise.all(ids.map((id) => cio.destroy(id)));
  const chain = cio.track(id, { name: "seen" });
  await chain.then(() => console.log("seen"));
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
