// What the names of credentials say.
import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";
import { config } from "./config";

export const a = new TrackClient(process.env.CUSTOMERIO_EU_SITE_ID!, process.env.CUSTOMERIO_EU_TRACK_API_KEY!);
//                   ^^^^^^^^^^^ info[region-mismatch]: TrackClient uses the US region by default, but `CUSTOMERIO_EU_SITE_ID` names the EU
export const b = new APIClient(process.env.EU_CIO_APP_KEY!, { region: RegionUS });
//                                                                    ^^^^^^^^ info[region-mismatch]: `EU_CIO_APP_KEY`
export const c = new APIClient(config.appKeyEu);
//                   ^^^^^^^^^ info[region-mismatch]
export const d = new APIClient(process.env.CIO_US_APP_KEY!, { region: RegionEU });
//                                                                    ^^^^^^^^ info[region-mismatch]: APIClient uses the EU region, but `CIO_US_APP_KEY` names the US
// Both, or neither, or right.
export const e = new TrackClient(process.env.CIO_EU_SITE_ID!, process.env.CIO_US_KEY!);
export const f = new TrackClient(process.env.CIO_EU_SITE_ID!, process.env.CIO_EU_KEY!, { region: RegionEU });
export const g = new APIClient(process.env.CIO_US_APP_KEY!);
export const h = new APIClient(process.env.MUSEUM_STATUS_APP_KEY!, { region: RegionEU });
export const i = new APIClient(process.env.CIO_EU_APP_KEY!, { region: config.region });
//- /src/config.ts
import type { Region } from "customerio-node";

export const config: { appKeyEu: string; region: Region } = JSON.parse(process.env.CONFIG!);
