//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// The id that the event names is the one that joins it to the person later.
export async function view(visitor: string, anonymous_id: string) {
  await cio.trackAnonymous({ anonymous_id: visitor, name: "page_viewed" } as any);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
  await cio.trackAnonymous({ name: "page_viewed", anonymous_id } as any);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
  await cio.trackAnonymous({ anonymousId: visitor, name: "page_viewed", data: {} } as any);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
//                           ^^^^^^^^^^^ warning[track-properties-outside-data]: `anonymousId` is outside the event's `data`
}

// Nor is there a random id where something else says who it is.
export async function others(visitor: string) {
  await cio.trackAnonymous({ name: "page_viewed", data: { anonymous_id: visitor } } as any);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
  await cio.trackAnonymous({ name: "page_viewed", data: { visitorId: visitor } } as any);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
  await cio.trackAnonymous({ name: "page_viewed", data: { page: visitor } } as any);
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
}
