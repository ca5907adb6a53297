//@ region = us
import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, { region: RegionEU });
//                                                                                                             ^^^^^^^^ warning[region-mismatch]: but the settings say that the account is in the US: requests fail
