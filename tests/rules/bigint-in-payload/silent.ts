//@ sdk = 5.2.0
import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function silent(id: string, cents: string, total: bigint, own: { identify(id: string, data: object): void }) {
  await cio.identify(id, { balance: Number(BigInt(cents)), points: 10n.toString(), plan: String(3n), text: `${3n}` });
  await cio.identify(id, { total });
  await cio.identify(id, { more: 10n > 3n, sum: cents ? 1 : 2n });
  own.identify(id, { total: 10n });
  // A path, and no JSON.
  await api.getCampaign(10n as any);
}
