import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

enum Events {
  SignedUp = "signed_up",
  LoggedIn = "logged_in",
}
const EVENTS = { placed: "order_placed", paid: "order_paid" } as const;
const name = "cart_viewed";

export async function run(id: string, gift: boolean) {
  await cio.track(id, { name: Events.SignedUp });
  await cio.track(id, { name: Events.LoggedIn });
  await cio.track(id, { name: EVENTS.placed });
  await cio.track(id, { name: EVENTS.paid });
  await cio.track(id, { name });
  await cio.track(id, { name: gift ? "gift_sent" : "order_sent" });
}
