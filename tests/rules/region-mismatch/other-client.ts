import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, { region: RegionEU });
export const a = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//                   ^^^^^^^^^ warning[region-mismatch]: APIClient uses the US region by default, but another client in this file uses the EU
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionUS });
//                                                                            ^^^^^^^^ warning[region-mismatch]: APIClient uses the US region, but another client in this file uses the EU
export const c = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { timeout: 5000 });
//                   ^^^^^^^^^ warning[region-mismatch]
