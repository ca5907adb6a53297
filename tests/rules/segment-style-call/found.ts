import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, traits: object, rest: object) {
  await cio.identify({ userId: id, traits: { plan: "pro" } } as any);
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `identify` of `TrackClient` expects the person's id first, found an object
  await cio.identify({ userId: id, traits });
//                   ^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `identify` of `TrackClient` expects the person's id first, found an object
  await cio.identify({ userId: id });
//                   ^^^^^^^^^^^^^^ error[segment-style-call]: `identify` of `TrackClient` expects the person's id first, found an object
  await cio.track({ userId: id, event: "order_completed", properties: { total: 12 } });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
  await cio.track({ userId: id, event: "order_completed" });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
  await cio.track({ anonymousId: id, event: "order_completed" });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
  await cio.identify({ id, plan: "pro" });
//                   ^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `identify` of `TrackClient` expects the person's id first, found an object
  await cio.track({ userId: id, event: "order_completed", ...rest });
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[segment-style-call]: `track` of `TrackClient` expects the person's id first, found an object
}
