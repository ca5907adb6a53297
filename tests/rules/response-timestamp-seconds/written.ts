// The file makes milliseconds of the field itself.
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function dates() {
  const { campaigns } = await api.listCampaigns();
  for (const campaign of campaigns) {
    campaign.created *= 1000;
  }
  return campaigns.map((campaign: any) => new Date(campaign.created));
}
