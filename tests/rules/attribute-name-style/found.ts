import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string, firstName: string) {
  await cio.identify(id, { first_name: "Ada", email: "ada@example.com" });
  await cio.identify(id, { firstName });
  //                       ^^^^^^^^^ info[attribute-name-style]: attribute `firstName` is spelled `first_name` elsewhere: Customer.io treats them as two attributes
}
//- /src/profile.ts
import { cio } from "./found";

export async function named(id: string, name: string) {
  await cio.identify(id, { first_name: name, lastName: name });
  await cio.identify(id, { "first-name": name, lastName: name, LastName: name });
  //                       ^^^^^^^^^^^^ info[attribute-name-style]
  //                                                           ^^^^^^^^ info[attribute-name-style]: attribute `LastName` is spelled `lastName` elsewhere: Customer.io treats them as two attributes
  const old = { FIRST_NAME: name };
  //            ^^^^^^^^^^ info[attribute-name-style]
  await cio.identify(id, { ...old });
}
