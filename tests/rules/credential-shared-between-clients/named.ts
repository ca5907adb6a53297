// The name tells which of the two is the wrong place: `wrong-api-key` alone says so.
import { APIClient, TrackClient } from "customerio-node";

export const api = new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
