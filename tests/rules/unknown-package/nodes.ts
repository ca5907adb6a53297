// Further names that are free.
import { APIClient } from "@customerio/node";
//                         ^^^^^^^^^^^^^^^^ warning[unknown-package]
import { TrackClient, notThere } from "@customerio/customerio-node";
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-package]

export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export { notThere };
