import { RegionEU, TrackClient } from "customerio-node";

const isEu = process.env.TENANT === "eu";
const key = process.env.CUSTOMERIO_TRACK_API_KEY!;
export const a = new TrackClient("site", key, isEu ? { region: "eu" } : {});
//                                                             ^^^^ error[region-not-instance]: the string "eu" is not a region: the constructor throws
export const c = new TrackClient("site", key, isEu ? { region: RegionEU } : undefined);
export const d = new TrackClient("site", key, { ...(isEu && { region: RegionEU }) });
export const e = new TrackClient("site", key, isEu ? { region: "" } : { region: RegionEU });
