import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(user: { id: string; email: string }, eventName: string) {
  await cio.track(user.id, { name: "email_changed", data: { email: user.email } });
  await cio.track(user.email, { name: `shop_${eventName}` });
  await cio.track(user.id, { name: "email_" + "sent" });
  await cio.track(user.id, { name: `/people/${user.email}`, type: "page" });
  console.log(`signup ${user.email}`);
}
