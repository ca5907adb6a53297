//@ sdk = 5.2.0
//@ batch-result-unchecked.severity = off
import { APIClient, SendPushRequest, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

const points = 10n;

export async function found(id: string, cents: string) {
  await cio.identify(id, { balance: BigInt(cents), points });
//                                  ^^^^^^^^^^^^^ error[bigint-in-payload]: bigint in data that is sent as JSON: the call throws "Do not know how to serialize a BigInt"
//                                                 ^^^^^^ error[bigint-in-payload]: bigint in data that is sent as JSON: the call throws "Do not know how to serialize a BigInt"
  await cio.track(id, { name: "paid", data: { cart: { total: -5n }, ids: [1n, 12345678901234567890n] } });
//                                                           ^^^ error[bigint-in-payload]
//                                                                        ^^ error[bigint-in-payload]
//                                                                            ^^^^^^^^^^^^^^^^^^^^^ error[bigint-in-payload]
  await cio.batch([{ type: "person", action: "identify", identifiers: { id }, attributes: { points: points * 2n } }]);
//                                                                                                  ^^^^^^^^^^^ error[bigint-in-payload]
  await api.sendPush(
    new SendPushRequest({ transactional_message_id: "shipped", identifiers: { id }, message_data: { total: BigInt(cents) } }),
//                                                                                                         ^^^^^^^^^^^^^ error[bigint-in-payload]
  );
  const data = { total: 3n };
  await cio.track(id, { name: "paid", data });
//                                    ^^^^ error[bigint-in-payload]
}

async function send(id: string, plan: object) {
  await cio.identify(id, { plan });
}

await send("42", { seats: 5n });
//                        ^^ error[bigint-in-payload]
