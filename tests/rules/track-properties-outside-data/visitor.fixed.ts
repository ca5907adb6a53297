// The visitor's id has a place of its own, and stays there.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function seen(visitor: string, id: string) {
  await cio.trackAnonymous(visitor, { name: "page_seen", anonymous_id: visitor, data: { path: "/" } } as any);
  await cio.track(id, { name: "page_seen", anonymous_id: visitor } as any);
  await cio.track(id, { name: "page_seen", anonymous_id: visitor, data: { path: "/" } } as any);
}
