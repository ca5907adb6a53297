import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  await cio.track(id, { name: "SignedUp" });
//                            ^^^^^^^^^^ info[event-name-snake-case]: event name `SignedUp` is not in snake_case: Customer.io treats `SignedUp` and `signed_up` as two events, and a campaign waits for only one
  await cio.track(id, { name: 'signed-in' });
//                            ^^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: `Added To Cart`, data: { sku: "1" } });
//                            ^^^^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.trackAnonymous("anonymous-7", { name: "cartViewed" });
//                                                ^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: "ORDER_PLACED" });
//                            ^^^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { "name": "User viewed the pricing page", type: "event" });
//                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.batch([{ type: "person", action: "event", identifiers: { id }, name: "OrderShipped" }]);
//                                                                               ^^^^^^^^^^^^^^ info[event-name-snake-case]
}
