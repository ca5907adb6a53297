import { APIClient, RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const appKey = process.env.CUSTOMERIO_APP_API_KEY!;

export const a = new APIClient(appKey, null);
//                                     ^^^^ error[client-constructor-shape]: `null` is passed as the options of APIClient: the constructor throws
export const b = new TrackClient(siteId, apiKey, null);
//                                               ^^^^ error[client-constructor-shape]
export const c = new APIClient(appKey, "secret");
//                                     ^^^^^^^^ warning[client-constructor-shape]: APIClient takes one key, followed by an options object: the SDK ignores this argument and sends only the first one as the key
export const d = new TrackClient(siteId, apiKey, "eu");
//                                               ^^^^ warning[client-constructor-shape]: TrackClient expects an options object here: the SDK ignores this argument
export const e = new TrackClient(siteId, apiKey, 5000);
//                                               ^^^^ warning[client-constructor-shape]
export const f = new TrackClient(siteId, apiKey, { region: RegionEU }, { timeout: 5000 });
//                                                                     ^^^^^^^^^^^^^^^^^ warning[client-constructor-shape]: takes no arguments after its options
export const g = new TrackClient(siteId, apiKey, { Region: RegionEU });
//                                                 ^^^^^^ warning[client-constructor-shape]: `Region` is not an option of TrackClient: the SDK ignores it, and the client sends its requests to the US region
export const h = new APIClient(appKey, { REGION: RegionEU });
//                                       ^^^^^^ warning[client-constructor-shape]
