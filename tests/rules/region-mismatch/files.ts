import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});
//- /src/config.ts
export const config = { siteId: process.env.CUSTOMERIO_SITE_ID!, trackKey: process.env.CUSTOMERIO_TRACK_API_KEY! };
//- /src/job.ts
import { RegionUS, TrackClient } from "customerio-node";
import { config } from "./config";

export const absent = new TrackClient(config.siteId, config.trackKey);
//                        ^^^^^^^^^^^ warning[region-mismatch]: TrackClient uses the US region by default, but a client with the same credentials uses the EU
// Another account, for all that is known.
export const other = new TrackClient(process.env.OTHER_SITE_ID!, process.env.OTHER_TRACK_API_KEY!);
//- /src/script.ts
import { RegionUS, TrackClient } from "customerio-node";

export const written = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionUS,
  //      ^^^^^^^^ warning[region-mismatch]: TrackClient uses the US region, but a client with the same credentials uses the EU
});
