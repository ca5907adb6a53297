import * as cio from "customerio-node";

export const a = new cio.TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, cio.RegionEU);
//                                                                                                     ^^^^^^^^^^^^ error[region-as-positional]
