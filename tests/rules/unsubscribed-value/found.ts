import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const LEFT = "unsubscribed";

export async function all(id: string, left: boolean) {
  await cio.identify(id, { unsubscribed: "yes" });
  //                                     ^^^^^ warning[unsubscribed-value]: does not unsubscribe
  await cio.identify(id, { unsubscribed: LEFT });
  //                                     ^^^^ warning[unsubscribed-value]
  await cio.identify(id, { unsubscribed: left ? "unsubscribed" : "subscribed" });
  //                                            ^^^^^^^^^^^^^^ warning[unsubscribed-value]
  await cio.identify(id, { unsubscribed: 2 });
  //                                     ^ warning[unsubscribed-value]: `2` does not
  await cio.batch([{ type: "person", action: "identify", identifiers: { id }, attributes: { unsubscribed: "Y" } }]);
  //                                                                                                      ^^^ warning[unsubscribed-value]
}
