// The loyalty programme: points, tiers and what is told of them to other systems.
import { PipelinesClient, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!, { region: RegionEU });

export async function counted(members: { id: string; points: number }[]): Promise<void> {
  await cio.batch(
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
  await cdp.track({ user_id: id, event: "Tier Reached", properties: { tier } }); // pipelines-payload-case
  await cdp.track({ userId: id, event: "Tier Reached", timestamp: Date.now() }); // pipelines-timestamp
}
