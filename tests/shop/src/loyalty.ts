// The loyalty programme: points, tiers and what is told of them to other systems.
import { APIClient, PipelinesClient, RegionEU, SendEmailRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: RegionEU });
const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!, { region: RegionEU });

export async function counted(members: { id: string; points: number }[]): Promise<void> {
  await cio.batch( // batch-result-unchecked
    members.map((member) => ({
      type: "person",
      action: "identify",
      identifiers: { id: member.id },
      data: { points: member.points }, // v2-operation-shape
    })),
  );
  await cio.batch([]); // batch-empty
}

export async function told(id: string, tier: string): Promise<void> {
  await cdp.identify("42", { tier }); // pipelines-positional-args
  await cdp.track({ user_id: id, event: "Tier Announced", properties: { tier } }); // pipelines-payload-case
  await cdp.track({ userId: id, event: "Tier Announced", timestamp: Date.now() }); // pipelines-timestamp
}

export async function reached(id: string, tier: string): Promise<void> {
  await cio.track(id, { name: "tier_reached", tier }); // track-properties-outside-data
  await cio.identify({ userId: id, traits: { tier } }); // segment-style-call
  await cio.identify(id, { tier }, { timeout: 500 }); // extra-argument
  await cio.trackPush({ delivery_id: "d1", device_id: "t1", event: "open", timestamp: 1704067200 }); // push-event-name
  await cio.reportMetric({ delivery_id: "d1", metric: "read" }); // metric-name
}

export async function offered(members: string[]): Promise<void> {
  for (const email of members) {
    await api.triggerBroadcast(14, {}, { emails: [email] }); // broadcast-in-loop
  }
  await api.triggerBroadcast(14, {}, { segment: 7 }); // broadcast-filter-shape
}

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];
const tenThousand = [...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand, ...thousand];

export async function founders(id: string): Promise<void> {
  await cio.addCustomersToSegment(7, [...thousand, id]); // segment-ids-limit
  await api.triggerBroadcast(14, {}, { ids: [...tenThousand, id] }); // per-user-data-limit
}

export const welcome = (to: string, identifiers: { id: string }) => [
  new SendEmailRequest({ transactional_message_id: "YOUR_TEMPLATE_ID", to, identifiers }), // transactional-unknown-template
  new SendEmailRequest({ transactional_message_id: "tier", to, identifiers, queue_draft: true }), // queue-draft-true
  // inline-email-without-template-id
  new SendEmailRequest({ to, identifiers, from: "shop@example.com", subject: "Welcome", body: "Here you are." }),
];
