// A script: whoever runs it sees that it fails.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

for (const id of ["1", "2"]) {
  cio.identify(id, { plan: "free" });
//^^^^^^^^^^^^ warning[identify-not-awaited]: nobody waits for `identify`: `track` for the same person may arrive before it, and its failure is an unhandled rejection
  cio.track(id, { name: "seen" }).then(console.log);
//^^^^^^^^^ info[floating-promise]: nobody waits for what becomes of the promise of `track`
  cio.track(id, { name: "seen" }).catch(console.error);
  await cio.track(id, { name: "seen" });
}
