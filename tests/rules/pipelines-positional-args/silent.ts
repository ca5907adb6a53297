//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

const cdp = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(id: string, payload: any) {
  await cdp.identify({ userId: id, traits: {} });
  await cdp.track(payload);
  await cdp.track(id as any);
  await cio.identify("42", { plan: "pro" });
}
