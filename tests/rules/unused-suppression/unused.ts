import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string) {
  // customerio-disable-next-line timestamp-milliseconds
//   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]: there is no finding of `timestamp-milliseconds`
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.identify(id, { plan: "free" }); // customerio-disable-line
//                                             ^^^^^^^^^^^^^^^^^^^^^^^ warning[unused-suppression]
}
