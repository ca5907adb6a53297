//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// The id that the event names is the one that joins it to the person later.
export async function view(visitor: string, anonymous_id: string) {
  await cio.trackAnonymous(visitor, { name: "page_viewed" } as any);
  await cio.trackAnonymous(anonymous_id, { name: "page_viewed" } as any);
  await cio.trackAnonymous(visitor, { name: "page_viewed", data: {} } as any);
}

// Nor is there a random id where something else says who it is.
export async function others(visitor: string) {
  await cio.trackAnonymous({ name: "page_viewed", data: { anonymous_id: visitor } } as any);
  await cio.trackAnonymous({ name: "page_viewed", data: { visitorId: visitor } } as any);
  await cio.trackAnonymous(crypto.randomUUID(), { name: "page_viewed", data: { page: visitor } } as any);
}
