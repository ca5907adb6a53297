import { RegionEU, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const Region = RegionEU;
const options = { Region: RegionEU, timeout: 5000 };

export const a = new TrackClient(siteId, apiKey, { Region });
//                                                 ^^^^^^ warning[client-constructor-shape]
export const b = new TrackClient(siteId, apiKey, { "Region": RegionEU });
//                                                 ^^^^^^^^ warning[client-constructor-shape]
export const c = new TrackClient(siteId, apiKey, options);
//                                               ^^^^^^^ warning[client-constructor-shape]: `Region` is not an option of TrackClient: the SDK ignores it, and the client sends its requests to the US region
export const d = new TrackClient(siteId, apiKey, { region: RegionEU, Region });
