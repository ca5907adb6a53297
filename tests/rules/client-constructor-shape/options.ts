import { APIClient, RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const appKey = process.env.CUSTOMERIO_APP_API_KEY!;

export const a = new APIClient(appKey, null);
//                                     ^^^^ error[client-constructor-shape]: `null` as the options of APIClient makes the constructor throw
export const b = new TrackClient(siteId, apiKey, null);
//                                               ^^^^ error[client-constructor-shape]
export const c = new APIClient(appKey, "secret");
//                                     ^^^^^^^^ warning[client-constructor-shape]: only the first one is sent as the key
export const d = new TrackClient(siteId, apiKey, "eu");
//                                               ^^^^ warning[client-constructor-shape]: this argument is ignored
export const e = new TrackClient(siteId, apiKey, 5000);
//                                               ^^^^ warning[client-constructor-shape]
export const f = new TrackClient(siteId, apiKey, { region: RegionEU }, { timeout: 5000 });
//                                                                     ^^^^^^^^^^^^^^^^^ warning[client-constructor-shape]: takes no arguments after its options
export const g = new TrackClient(siteId, apiKey, { Region: RegionEU });
//                                                 ^^^^^^ warning[client-constructor-shape]: `Region` is no option of TrackClient
export const h = new APIClient(appKey, { REGION: RegionEU });
//                                       ^^^^^^ warning[client-constructor-shape]
