// The right variable is in sight.
import { APIClient, RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
export const mail = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
export const push = new APIClient(process.env.CIO_TRACK_KEY!, { region: RegionEU });
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
