import dayjs from "dayjs";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function campaigns(id: number, key: string) {
  const { campaign } = await api.getCampaign(id);
  const answer: any = await api.listCampaigns();
  const created = answer.campaigns[0].created;
  const { campaigns: [{ updated }] } = answer;
  return [
    new Date(campaign.created * 1000),
    new Date(campaign["first_started"] * 1000),
    new Date((await api.getCampaign(id)).campaign.updated! * 1000),
    new Date((campaign.updated as number) * 1000),
    new Date(created * 1000),
    new Date(updated * 1000),
    dayjs(answer.campaigns.at(-1)?.updated * 1000),
    answer.campaigns
      .filter((it: any) => it.active)
      .map(({ created }: any) => new Date(created * 1000)),
    (await api.getAttributes("42")).customer.timestamps[key] && new Date(campaign.created * 1000),
  ];
}

export async function seen(customerId: string) {
  const { activities } = await api.getCustomerActivities(customerId, { type: "event" });
  for (const activity of activities) {
    console.log(activity.name, new Date(activity.timestamp * 1000).toISOString());
  }
  const { customer: { timestamps } } = await api.getAttributes(customerId);
  return new Date(timestamps.email * 1000);
}

export function sent(request: SendEmailRequest) {
  return api.sendEmail(request).then((answer) => new Date(answer.queued_at * 1000));
}

export async function tried() {
  let answer;
  try {
    answer = await api.getMessages({ type: "email" });
  } catch {
    return [];
  }
  return answer.messages.sort((a: any, b: any) => +new Date(a.metrics.sent * 1000) - +new Date(b.metrics.sent * 1000));
}
