// A plus before what is one of several dates.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function due(id: string, { at: due = new Date() }: { at?: Date }, other: Date | string) {
  await cio.identify(id, { due_at: +due });
  //                               ^^^^ warning[timestamp-milliseconds]: `due_at` is in milliseconds
  await cio.identify(id, { due_at: Math.floor(+due / 1000) });
  await cio.identify(id, { due_at: +other });
}
