import { RegionEU, RegionUS, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const isEu = process.env.CUSTOMERIO_REGION === "eu";
const named: any = isEu ? "eu" : "us";

// It throws, whichever it is.
export const a = new TrackClient(siteId, apiKey, { region: (isEu ? "eu" : "us") as any });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: the string "eu" is not a region: the constructor throws
export const b = new TrackClient(siteId, apiKey, { region: named });
//                                                         ^^^^^ error[region-not-instance]
export const c = new TrackClient(siteId, apiKey, { region: process.env.CUSTOMERIO_REGION ?? ("us" as any) });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]
// The SDK takes it for no region.
export const d = new TrackClient(siteId, apiKey, { region: "" as any });
//                                                         ^^^^^^^^^ warning[region-not-instance]: an empty string is not a region: TrackClient silently uses the US

// One of them may be right.
export const e = new TrackClient(siteId, apiKey, { region: isEu ? RegionEU : RegionUS });
export const f = new TrackClient(siteId, apiKey, { region: isEu ? RegionEU : ("us" as any) });
export const g = new TrackClient(siteId, apiKey, { region: isEu ? RegionEU : undefined });
