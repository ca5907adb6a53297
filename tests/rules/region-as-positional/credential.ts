// An argument is missing: wrapping would mend nothing.
import { RegionEU, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, RegionEU);
//                                                                ^^^^^^^^ error[region-as-positional]
