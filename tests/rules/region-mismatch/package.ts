// One package, one account, as a rule; no credential is common to a Track and an App client.
import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});
//- /src/mail.ts
import { APIClient } from "customerio-node";

export const mail = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//                      ^^^^^^^^^ info[region-mismatch]: APIClient uses the US region by default, but another client in this package uses the EU
//- /packages/other/src/mail.ts
import { APIClient } from "customerio-node";

export const mail = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//- /packages/both/src/mail.ts
import { APIClient } from "customerio-node";

export const mail = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
//- /packages/both/src/track-a.ts
import { RegionEU, TrackClient } from "customerio-node";

export const one = new TrackClient(process.env.FIRST_SITE_ID!, process.env.FIRST_TRACK_API_KEY!, { region: RegionEU });
//- /packages/both/src/track-b.ts
import { RegionUS, TrackClient } from "customerio-node";

export const two = new TrackClient(process.env.SECOND_SITE_ID!, process.env.SECOND_TRACK_API_KEY!, { region: RegionUS });
