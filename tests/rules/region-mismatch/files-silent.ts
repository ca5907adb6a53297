// The program chooses, in some file: who says nothing is not judged by who says the EU.
import { RegionEU, TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  region: RegionEU,
});
//- /src/chosen.ts
import { type Region, TrackClient } from "customerio-node";

export function client(region: Region) {
  return new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region });
}
//- /src/plain.ts
import { TrackClient } from "customerio-node";

export const plain = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /packages/us/src/index.ts
// A service of its own, with an account of its own.
import { TrackClient } from "customerio-node";

export const us = new TrackClient(process.env.OTHER_SITE_ID!, process.env.OTHER_TRACK_API_KEY!);
//- /packages/eu/src/index.ts
import { RegionEU, TrackClient } from "customerio-node";

export const eu = new TrackClient(process.env.OTHER_SITE_ID!, process.env.OTHER_TRACK_API_KEY!, { region: RegionEU });
//- /packages/both/src/eu.ts
import { RegionEU, TrackClient } from "customerio-node";

export const placeholder = new TrackClient("your-site-id-goes-here", "your-key-goes-here", { region: RegionEU });
//- /packages/both/src/us.ts
import { TrackClient } from "customerio-node";

export const placeholder = new TrackClient("your-site-id-goes-here", "your-key-goes-here");
