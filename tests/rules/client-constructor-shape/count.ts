import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.CUSTOMERIO_SITE_ID!);
//               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]: TrackClient is created without the Track API key: the SDK sends `undefined` instead, and every request fails with 401
export const b = new TrackClient();
//               ^^^^^^^^^^^^^^^^^ error[client-constructor-shape]: without the Site ID and the Track API key
export const c = new APIClient();
//               ^^^^^^^^^^^^^^^ error[client-constructor-shape]: without the App API key
export const d = new PipelinesClient();
//               ^^^^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]: the constructor throws
