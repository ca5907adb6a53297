//@ sdk = 4.5.1
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(user: { id: string }) {
  await cio.identify({ id: "42" }, { plan: "pro" });
  //                 ^^^^^^^^^^^^ warning[non-string-id]: expected a string or a number as the person's id, found an object
  await cio.destroy(new Date());
  //                ^^^^^^^^^^ warning[non-string-id]: a date
  await cio.suppress(true);
  //                 ^^^^ warning[non-string-id]: a boolean
  await cio.track(["42"], { name: "seen" });
  //              ^^^^^^ warning[non-string-id]: an array
  await cio.identify(user.id, { plan: "pro" });
  // Its digits are the id.
  await cio.destroy(42n as any);
}
