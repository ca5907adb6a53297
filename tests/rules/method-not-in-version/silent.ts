// No version is known, or it has the method.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const batch = (ids: string[]) => cio.batch(ids.map((id) => ({ type: "person", action: "delete", identifiers: { id } })));
export const old = (ids: string[]) => cio.addToSegment(7, ids);
