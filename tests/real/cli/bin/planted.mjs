import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID, process.env.CIO_TRACK_KEY, { region: "eu" }); // region-not-instance
await cio.suppress(process.argv[2]);
