import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_API_KEY!, { region: RegionEU });
export const a = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
export const c = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU, timeout: 5000 });
