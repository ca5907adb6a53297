// A script: whoever runs it sees that it fails.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

for (const id of ["1", "2"]) {
  await cio.identify(id, { plan: "free" });
  await cio.track(id, { name: "seen" }).then(console.log);
  cio.track(id, { name: "seen" }).catch(console.error);
  await cio.track(id, { name: "seen" });
}
