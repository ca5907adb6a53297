import { activities, campaignsOf, Report } from "./api";

export async function page() {
  const rows = await campaignsOf("eu");
  const report = new Report();
  const { messages } = await report.messages();
  return {
    rows: rows.map((row) => new Date(row.created * 1000)),
    messages: messages.map((message) => new Date(message.created * 1000)),
    activities: (await activities()).map(({ timestamp }) => new Date(timestamp)),
  };
}
//- /src/api.ts
import { APIClient } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function campaignsOf(region: string) {
  const { campaigns } = await api.listCampaigns();
  return campaigns.filter((campaign: any) => campaign.tags.includes(region));
}

export class Report {
  private api = api;
  messages() {
    return this.api.getMessages({ type: "email" });
  }
}

// In milliseconds for all who ask.
export async function activities() {
  const { activities } = await api.listActivities();
  return activities.map((activity: any) => ({ timestamp: activity.timestamp * 1000 }));
}
