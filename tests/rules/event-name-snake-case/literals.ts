import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "SignedUp" });
//                            ^^^^^^^^^^ hint[event-name-snake-case]: event name `SignedUp` is not snake_case
  await cio.track(id, { name: 'signed-in' });
//                            ^^^^^^^^^^^ hint[event-name-snake-case]
  await cio.track(id, { name: `Added To Cart`, data: { sku: "1" } });
//                            ^^^^^^^^^^^^^^^ hint[event-name-snake-case]
  await cio.trackAnonymous("anonymous-7", { name: "cartViewed" });
//                                                ^^^^^^^^^^^^ hint[event-name-snake-case]
  await cio.track(id, { name: "ORDER_PLACED" });
//                            ^^^^^^^^^^^^^^ hint[event-name-snake-case]
  await cio.track(id, { "name": "User viewed the pricing page", type: "event" });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[event-name-snake-case]
  await cio.batch([{ type: "person", action: "event", identifiers: { id }, name: "OrderShipped" }]);
//                                                                               ^^^^^^^^^^^^^^ hint[event-name-snake-case]
}
