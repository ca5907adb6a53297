import { TrackClient } from "customerio-node";
import { NAMES } from "./names";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(id: string) {
  await cio.track(id, { name: " signed_up" });
  //                          ^^^^^^^^^^^^ warning[event-name-whitespace]: blanks around the event's name do not arrive
  await cio.track(id, { name: "Order  Placed " });
  //                          ^^^^^^^^^^^^^^^^ warning[event-name-whitespace]: a doubled blank
  await cio.track(id, { name: NAMES.trial });
  //                          ^^^^^^^^^^^ warning[event-name-whitespace]: blanks around
  await cio.trackAnonymous("anonymous-7", { name: "" });
  //                                              ^^ warning[event-name-whitespace]: the event's name is empty
  await send(id, "left ");
  //             ^^^^^^^ warning[event-name-whitespace]: blanks around
}

function send(id: string, name: string) {
  return cio.track(id, { name });
}
//- /src/names.ts
export const NAMES = { trial: "trial_started " };
