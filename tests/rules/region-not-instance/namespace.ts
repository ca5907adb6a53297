import * as cio from "customerio-node";

export const a = new cio.TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region: "EU" });
//                                                                                         ^^^^ error[region-not-instance]
