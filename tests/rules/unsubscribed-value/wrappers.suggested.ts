import { People } from "./people";
import { analytics } from "./segment";

const people = new People();

export async function all(id: string, left: boolean) {
  await people.update(id, { unsubscribed: true });
  await people.update(id, { unsubscribed: true });
  await people.leave(id);
  await people.update(id, { email: "ada@example.com", ...(left && { unsubscribed: true }) });
  // Another SDK.
  analytics.identify({ userId: id, traits: { unsubscribed: "yes" } });
}
//- /src/people.ts
import { TrackClient } from "customerio-node";

export class People {
  private readonly cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

  update(id: string, attributes: Record<string, unknown>) {
    return this.cio.identify(id, { ...attributes, source: "shop" });
  }

  leave(id: string) {
    return this.cio.identify(id, { unsubscribed: true });
  }
}
//- /src/segment.ts
import { Analytics } from "@segment/analytics-node";

export const analytics = new Analytics({ writeKey: process.env.SEGMENT_WRITE_KEY! });
