import { APIClient, PipelinesClient, RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const credentials = { siteId, apiKey };

export const a = new TrackClient({ siteId, apiKey });
//                               ^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]: TrackClient expects the Site ID and the Track API key first, not an object: every request fails with 401
export const b = new TrackClient({
//                               ^+5 error[client-constructor-shape]
  site_id: process.env.CUSTOMERIO_SITE_ID,
  api_key: process.env.CUSTOMERIO_TRACK_API_KEY,
  region: RegionEU,
  timeout: 5000,
});
export const c = new APIClient({ appKey: process.env.CUSTOMERIO_APP_API_KEY });
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]: APIClient expects the App API key first, not an object: every request fails with 401
export const d = new PipelinesClient({ writeKey: process.env.CIO_PIPELINES_WRITE_KEY });
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]
export const e = new TrackClient(credentials);
//                               ^^^^^^^^^^^ error[client-constructor-shape]
export const f = new TrackClient({ siteId });
//                               ^^^^^^^^^^ error[client-constructor-shape]
