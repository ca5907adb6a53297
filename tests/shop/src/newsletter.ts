// The newsletter's list, and a broadcast when something new is in.
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const list = new TrackClient(
  process.env.CUSTOMERIO_SITE_ID!,
  process.env.CUSTOMERIO_TRACK_API_KEY!,
  { region: RegionEU },
);

// region-mismatch: the account is in the EU, this client talks to the US.
const broadcasts = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function subscribe(id: string): Promise<void> {
  await list.identify(id, { newsletter: true });
}

export async function announce(product: string): Promise<void> {
  await broadcasts.triggerBroadcast(12, { product }, { segment: { id: 7 } });
}
