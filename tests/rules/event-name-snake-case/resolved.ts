import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

enum Events {
  SignedUp = "SignedUp",
  LoggedIn = "logged_in",
}
const EVENTS = { placed: "Order Placed", paid: "order_paid" } as const;
const name = "CartViewed";

export async function run(id: string, gift: boolean) {
  await cio.track(id, { name: Events.SignedUp });
//                            ^^^^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: Events.LoggedIn });
  await cio.track(id, { name: EVENTS.placed });
//                            ^^^^^^^^^^^^^ info[event-name-snake-case]
  await cio.track(id, { name: EVENTS.paid });
  await cio.track(id, { name });
//                      ^^^^ info[event-name-snake-case]
  await cio.track(id, { name: gift ? "giftSent" : "order_sent" });
//                                   ^^^^^^^^^^ info[event-name-snake-case]
}
