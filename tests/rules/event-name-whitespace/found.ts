import { TrackClient } from "customerio-node";
import { NAMES } from "./names";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.track(id, { name: " signed_up" });
  //                          ^^^^^^^^^^^^ warning[event-name-whitespace]: event name has whitespace around it: Customer.io trims the name, so another one arrives than the code says
  await cio.track(id, { name: "Order  Placed " });
  //                          ^^^^^^^^^^^^^^^^ warning[event-name-whitespace]: event name has repeated whitespace inside: Customer.io keeps it, so this is a different event from the one it looks like
  await cio.track(id, { name: NAMES.trial });
  //                          ^^^^^^^^^^^ warning[event-name-whitespace]: event name has whitespace around it: Customer.io trims the name, so another one arrives than the code says
  await cio.trackAnonymous("anonymous-7", { name: "" });
  //                                              ^^ warning[event-name-whitespace]: event name is empty: Customer.io rejects an event without a name
  await send(id, "left ");
  //             ^^^^^^^ warning[event-name-whitespace]: event name has whitespace around it: Customer.io trims the name, so another one arrives than the code says
}

function send(id: string, name: string) {
  return cio.track(id, { name });
}
//- /src/names.ts
export const NAMES = { trial: "trial_started " };
