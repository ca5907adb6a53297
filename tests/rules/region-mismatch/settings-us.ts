//@ region = us
import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, { region: RegionEU });
//                                                                                                             ^^^^^^^^ warning[region-mismatch]: TrackClient uses the EU region, but the settings place the account in the US
