// What the team sees of the campaigns.
import { APIClient, RegionEU } from "customerio-node";

const reports = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });

export async function campaigns(): Promise<Date[]> {
  const { campaigns } = await reports.listCampaigns();
  // response-timestamp-seconds
  return campaigns.map((campaign: { created: number }) => new Date(campaign.created));
}
