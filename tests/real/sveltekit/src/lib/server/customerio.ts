import { CIO_SITE_ID, CIO_TRACK_KEY } from "$env/static/private";
import { PUBLIC_REGION } from "$env/static/public";
import { RegionEU, RegionUS, TrackClient } from "customerio-node";

export const customerio = new TrackClient(CIO_SITE_ID, CIO_TRACK_KEY, {
  region: PUBLIC_REGION === "eu" ? RegionEU : RegionUS,
});
