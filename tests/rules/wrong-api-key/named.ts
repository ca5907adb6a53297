import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const trackKey = process.env.CUSTOMERIO_TRACKING_API_KEY!;
const { CUSTOMERIO_TRANSACTIONAL_API_KEY } = process.env;

export const a = new APIClient(process.env.CIO_TRACK_KEY!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: APIClient expects the App API key, but `CIO_TRACK_KEY` names a Track API key
export const b = new TrackClient(siteId, process.env.CUSTOMER_IO_APP_API_KEY!);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: Customer.io rejects every request with 401
export const c = new APIClient(process.env["CUSTOMERIO_SITE_ID"]!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: a Site ID
export const d = new TrackClient(siteId, CUSTOMERIO_TRANSACTIONAL_API_KEY!);
//                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const e = new PipelinesClient(process.env.CUSTOMERIO_TRACK_API_KEY!);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: PipelinesClient expects the Pipelines write key, but `CUSTOMERIO_TRACK_API_KEY` names a Track API key
export const f = new APIClient(process.env.CIO_PIPELINES_WRITE_KEY!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
