import dayjs from "dayjs";
import { APIClient, SendEmailRequest } from "customerio-node";

const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function campaigns(id: number, key: string) {
  const { campaign } = await api.getCampaign(id);
  const answer: any = await api.listCampaigns();
  const created = answer.campaigns[0].created;
  const { campaigns: [{ updated }] } = answer;
  return [
    new Date(campaign.created),
    //       ^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]: `new Date` expects milliseconds, found `created` of `getCampaign` in seconds
    new Date(campaign["first_started"]),
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]: `first_started` of `getCampaign`
    new Date((await api.getCampaign(id)).campaign.updated!),
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]
    new Date(campaign.updated as number),
    //       ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]
    new Date(created),
    //       ^^^^^^^ warning[response-timestamp-seconds]: `created` of `listCampaigns`
    new Date(updated),
    //       ^^^^^^^ warning[response-timestamp-seconds]
    dayjs(answer.campaigns.at(-1)?.updated),
    //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]: `dayjs` expects milliseconds, found `updated` of `listCampaigns` in seconds
    answer.campaigns
      .filter((it: any) => it.active)
      .map(({ created }: any) => new Date(created)),
      //                                  ^^^^^^^ warning[response-timestamp-seconds]
    (await api.getAttributes("42")).customer.timestamps[key] && new Date(campaign.created),
    //                                                                   ^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]
  ];
}

export async function seen(customerId: string) {
  const { activities } = await api.getCustomerActivities(customerId, { type: "event" });
  for (const activity of activities) {
    console.log(activity.name, new Date(activity.timestamp).toISOString());
    //                                  ^^^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]: `timestamp` of `getCustomerActivities`
  }
  const { customer: { timestamps } } = await api.getAttributes(customerId);
  return new Date(timestamps.email);
  //              ^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]: `email` of `getAttributes`
}

export function sent(request: SendEmailRequest) {
  return api.sendEmail(request).then((answer) => new Date(answer.queued_at));
  //                                                      ^^^^^^^^^^^^^^^^ warning[response-timestamp-seconds]: `queued_at` of `sendEmail`
}

export async function tried() {
  let answer;
  try {
    answer = await api.getMessages({ type: "email" });
  } catch {
    return [];
  }
  return answer.messages.sort((a: any, b: any) => +new Date(a.metrics.sent) - +new Date(b.metrics.sent));
  //                                                        ^^^^^^^^^^^^^^ warning[response-timestamp-seconds]
  //                                                                                    ^^^^^^^^^^^^^^ warning[response-timestamp-seconds]
}
