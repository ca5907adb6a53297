import { APIClient, TrackClient } from "customerio-node";

const { CIO_KEY = "" } = process.env;
const site = process.env.CIO_SITE_ID ?? "";

export const a = new APIClient(process.env.CIO_APP_KEY || "");
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[credential-maybe-undefined]: the App API key falls back to an empty string: every request of APIClient fails with 401 when `CIO_APP_KEY` is not set
export const b = new TrackClient(site, process.env.CIO_TRACK_KEY!);
//                               ^^^^ hint[credential-maybe-undefined]: the Site ID falls back to an empty string: every request of TrackClient fails with 401 when `CIO_SITE_ID` is not set
export const c = new APIClient(CIO_KEY);
//                             ^^^^^^^ hint[credential-maybe-undefined]: the App API key falls back to an empty string: every request of APIClient fails with 401 when `CIO_KEY` is not set
