//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { APIClient, SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const points = 10n;

export async function found(id: string, cents: string) {
  await cio.identify(id, { balance: String(BigInt(cents)), points: String(points) });
  await cio.track(id, { name: "paid", data: { cart: { total: -5 }, ids: [1, "12345678901234567890"] } });
  await cio.batch([{ type: "person", action: "identify", identifiers: { id }, attributes: { points: String(points * 2n) } }]);
  await api.sendPush(
    new SendPushRequest({ transactional_message_id: "shipped", identifiers: { id }, message_data: { total: String(BigInt(cents)) } }),
  );
  const data = { total: 3n };
  await cio.track(id, { name: "paid", data });
}

async function send(id: string, plan: object) {
  await cio.identify(id, { plan });
}

await send("42", { seats: 5 });
