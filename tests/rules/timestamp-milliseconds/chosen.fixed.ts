// The method of one of two dates gives what it gives for each.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function chosen(id: string, user: { seen?: Date | null; made: Date }, is_new: boolean) {
  await cio.identify(id, { seen_at: Math.floor((user.seen ?? user.made).getTime() / 1000) });
  await cio.identify(id, { seen_at: Math.floor((is_new ? user.made : new Date()).valueOf() / 1000) });
  const last = user.seen || user.made;
  await cio.identify(id, { seen_at: Math.floor(last.getTime() / 1000) });
  await cio.identify(id, { seen_at: Math.floor((user.seen ?? user.made).getTime() / 1000) });
}

export async function unsure(id: string, a: { seconds(): number }, b: { seconds(): number }, is_new: boolean) {
  await cio.identify(id, { seen_at: (is_new ? a : b).seconds() });
}
