import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function signUp(id: string) {
  // customerio-disable-next-line timestamp-miliseconds
  //                              ^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: did you mean `timestamp-milliseconds`?
  await cio.identify(id, { created_at: Date.now() });
  //                                   ^^^^^^^^^^ error[timestamp-milliseconds]
  await cio.track(id, { name: "signed_up" });
}
