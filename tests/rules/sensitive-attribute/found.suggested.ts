import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  password: string;
  accessToken: string;
  card: { number: string; cvv: string };
}

export async function all(user: User) {
  await cio.identify(user.id, { email: "ada@example.com" });
  await cio.track(user.id, { name: "connected", data: { by: "us" } });
  await cio.track(user.id, { name: "paid", data: { card: { cvv: user.card.cvv, brand: "visa" } } });
  await cio.batch([
    { type: "person", action: "identify", identifiers: { id: user.id }, attributes: { } },
  ]);
}
