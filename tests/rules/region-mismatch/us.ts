// Nothing says EU; the US is what is taken anyway.
import { APIClient, RegionUS, TrackClient } from "customerio-node";

export const a = new TrackClient(process.env.SITE_ID!, process.env.API_KEY!, { region: RegionUS });
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
