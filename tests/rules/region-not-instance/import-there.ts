import { RegionEU, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region: "EU" });
//                                                                                     ^^^^ error[region-not-instance]
export const regions = { eu: RegionEU };
