//@ region = eu
// The setting judges every client, also where a file makes two on purpose.
import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

export const eu = new TrackClient(process.env.EU_SITE_ID!, process.env.EU_KEY!, { region: RegionEU });
export const us = new TrackClient(process.env.OLD_SITE_ID!, process.env.OLD_KEY!, { region: RegionUS });
//                                                                                          ^^^^^^^^ warning[region-mismatch]: TrackClient uses the US region, but the settings place the account in the EU
export const app = new APIClient(process.env.CUSTOMERIO_APP_KEY!);
//                     ^^^^^^^^^ warning[region-mismatch]: requests for an EU account fail with 401, or are redirected
