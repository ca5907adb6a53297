// A script: whoever runs it sees that it fails.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

for (const id of ["1", "2"]) {
  cio.identify(id, { plan: "free" });
//^^^^^^^^^^^^ warning[identify-not-awaited]: `identify` is not awaited: `track` may reach Customer.io first, and a failure becomes an unhandled rejection
  cio.track(id, { name: "seen" }).then(console.log);
//^^^^^^^^^ info[floating-promise]: the promise chain that starts with `track` is never awaited: a failed request becomes an unhandled rejection, which ends the process on Node 15 and newer
  cio.track(id, { name: "seen" }).catch(console.error);
  await cio.track(id, { name: "seen" });
}
