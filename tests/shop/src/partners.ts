// The shops of partners have a workspace of their own: one variable cannot hold two of its keys.
import { APIClient, RegionEU, TrackClient } from "customerio-node";

export const partners = new TrackClient(process.env.PARTNERS_SITE_ID!, process.env.PARTNERS_KEY!, { region: RegionEU });
// credential-shared-between-clients
export const partnerMail = new APIClient(process.env.PARTNERS_KEY!, { region: RegionEU });
