// Two that are swapped are told by `client-constructor-shape` alone, whichever comes first.
import { TrackClient } from "customerio-node";

export const wrong = new TrackClient(process.env.CUSTOMERIO_TRACK_API_KEY!, process.env.CUSTOMERIO_SITE_ID!);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[client-constructor-shape]
export const right = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const again = new TrackClient(process.env.CUSTOMERIO_TRACK_API_KEY!, process.env.CUSTOMERIO_SITE_ID!);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[client-constructor-shape]
