// A program that serves customers of both regions.
import { APIClient, RegionEU, RegionUS, TrackClient } from "customerio-node";

export const eu = new TrackClient(process.env.EU_SITE_ID!, process.env.EU_KEY!, { region: RegionEU });
export const us = new TrackClient(process.env.US_SITE_ID!, process.env.US_KEY!, { region: RegionUS });
export const euApp = new APIClient(process.env.EU_APP_KEY!, { region: RegionEU });
export const usApp = new APIClient(process.env.US_APP_KEY!);
