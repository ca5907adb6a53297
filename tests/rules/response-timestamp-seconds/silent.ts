import dayjs from "dayjs";
import { fromUnixTime } from "date-fns";
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { api as other } from "./other";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function right(id: number) {
  const { campaign } = await api.getCampaign(id);
  const { campaigns } = await api.listCampaigns();
  const created = campaign.created * 1000;
  const moved = campaigns.map((it: any) => ({ ...it, updated: it.updated * 1000 }));
  return [
    new Date(campaign.created * 1000),
    new Date(1000 * campaign.updated),
    new Date(created),
    dayjs.unix(campaign.created),
    dayjs(campaign.created * 1e3),
    fromUnixTime(campaign.created),
    new Date(toMilliseconds(campaign.created)),
    moved.map((it: any) => new Date(it.updated)),
    new Date(campaign.created, 1),
    new Date(),
  ];
}

const toMilliseconds = (seconds: number) => seconds * 1000;

export async function noTimes(id: number) {
  const { campaign } = await api.getCampaign(id);
  const { metric } = await api.getCampaignMetrics(id);
  const { customer } = await api.getAttributes("42");
  // The customer's own, a count, a name, something that may be something else.
  return [
    new Date(customer.attributes.created_at),
    new Date(metric.series.created[0]),
    new Date(campaign.name),
    new Date(campaign.someday),
    new Date((campaign.created ?? Date.now())),
  ];
}

// Another API, whose answer has the same fields.
export async function elsewhere() {
  const { campaigns } = await other.listCampaigns();
  const user = await (await fetch("https://example.com/users/1")).json();
  return [new Date(campaigns[0].created), new Date(user.created), new Date(user.updated)];
}

export function shadowed(api: any) {
  return api.getCampaign(1).then(({ campaign }: any) => new Date(campaign.created));
}

export function withDefault({ created = Date.now() }: any) {
  return new Date(created);
}

export const track = new TrackClient("a", "b");
export const pipelines = new PipelinesClient("c");
//- /src/other.ts
export const api = { listCampaigns: async () => ({ campaigns: [{ created: "2024-01-01" }] }) };
