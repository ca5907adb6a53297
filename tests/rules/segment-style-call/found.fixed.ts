import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, traits: object, rest: object) {
  await cio.identify({ userId: id, traits: { plan: "pro" } } as any);
  await cio.identify(id, traits);
  await cio.identify(id);
  await cio.track(id, { name: "order_completed", data: { total: 12 } });
  await cio.track(id, { name: "order_completed" });
  await cio.track({ anonymousId: id, event: "order_completed" });
  await cio.identify({ id, plan: "pro" });
  await cio.track({ userId: id, event: "order_completed", ...rest });
}
