// The name tells which of the two is the wrong place.
import { APIClient, TrackClient } from "customerio-node";

export const api = new APIClient(process.env.CUSTOMERIO_TRACK_API_KEY!);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
