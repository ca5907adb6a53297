import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

interface User {
  id: string;
  password: string;
  accessToken: string;
  card: { number: string; cvv: string };
}

export async function all(user: User) {
  await cio.identify(user.id, { email: "ada@example.com", password: user.password });
  //                                                      ^^^^^^^^ warning[sensitive-attribute]: `password` looks like a secret
  await cio.track(user.id, { name: "connected", data: { accessToken: user.accessToken, by: "us" } });
  //                                                    ^^^^^^^^^^^ warning[sensitive-attribute]
  await cio.track(user.id, { name: "paid", data: { card: { cvv: user.card.cvv, brand: "visa" } } });
  //                                                       ^^^ warning[sensitive-attribute]
  await cio.batch([
    { type: "person", action: "identify", identifiers: { id: user.id }, attributes: { ssn: "000-00-0000" } },
    //                                                                                ^^^ warning[sensitive-attribute]
  ]);
}
