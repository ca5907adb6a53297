import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const region = RegionEU;

export const a = new TrackClient(siteId, apiKey, RegionEU);
//                                               ^^^^^^^^ error[region-as-positional]: the region is ignored, and the client uses the US
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, RegionEU);
//                                                                  ^^^^^^^^ error[region-as-positional]
export const c = new TrackClient(siteId, apiKey, RegionUS);
//                                               ^^^^^^^^ warning[region-as-positional]
export const d = new TrackClient(siteId, apiKey, region);
//                                               ^^^^^^ error[region-as-positional]
export const e = new TrackClient(siteId, apiKey, process.env.EU ? RegionEU : RegionUS);
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-as-positional]
