import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

enum Events {
  SignedUp = "USER_SIGNED_UP",
  LoggedIn = "USER_LOGGED_IN",
  Paid = "ORDER_PAID",
  Placed = "ORDER_PLACED",
  Left = "USER_LEFT",
}

export async function run(id: string) {
  await cio.track(id, { name: Events.SignedUp });
  await cio.track(id, { name: Events.LoggedIn });
  await cio.track(id, { name: Events.Paid });
  await cio.track(id, { name: Events.Placed });
  await cio.track(id, { name: Events.Left });
}
