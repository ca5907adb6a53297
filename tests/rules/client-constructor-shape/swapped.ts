import { TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.CUSTOMERIO_TRACK_API_KEY!, process.env.CUSTOMERIO_SITE_ID!);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[client-constructor-shape]: look swapped
// One name alone may be an odd one.
export const b = new TrackClient(process.env.CUSTOMERIO_TRACK_API_KEY!, process.env.SECRET!);
export const c = new TrackClient(process.env.CUSTOMERIO_API_KEY!, process.env.CUSTOMERIO_SITE_ID!);
