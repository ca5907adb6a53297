import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  name: string;
  email: string;
  phone: string;
}

export async function all(user: User) {
  await cio.track(user.id, { name: "signup", data: { email: user.email } });
  await cio.track(user.id, { name: "called", data: { phone: user.phone, by: "us" } });
  await cio.track(user.id, { name: "joined", data: { user_name: user.name.toLowerCase() } });
  await cio.track(user.id, { name: `mail_${user.email}_${user.id}` });
}
