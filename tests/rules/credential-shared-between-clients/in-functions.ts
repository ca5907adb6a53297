import { APIClient, TrackClient } from "customerio-node";
import { settings } from "./settings";

export function makeTrack() {
  return new TrackClient(settings.site, process.env.CIO_KEY!);
}

export function makeApi() {
  return new APIClient(process.env["CIO_KEY"]!);
//                     ^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]
}
