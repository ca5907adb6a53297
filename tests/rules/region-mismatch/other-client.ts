import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, { region: RegionEU });
export const a = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//                   ^^^^^^^^^ warning[region-mismatch]: APIClient talks to the US by default, but another client of this file says that the account is in the EU
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionUS });
//                                                                            ^^^^^^^^ warning[region-mismatch]: APIClient talks to the US, but
export const c = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { timeout: 5000 });
//                   ^^^^^^^^^ warning[region-mismatch]
