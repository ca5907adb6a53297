import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, firstName: string) {
  await cio.identify(id, { first_name: "Ada", email: "ada@example.com" });
  await cio.identify(id, { first_name: firstName });
}
//- /src/profile.ts
import { cio } from "./found";

export async function named(id: string, name: string) {
  await cio.identify(id, { first_name: name, lastName: name });
  await cio.identify(id, { "first-name": name, lastName: name, LastName: name });
  const old = { first_name: name };
  await cio.identify(id, { ...old });
}
