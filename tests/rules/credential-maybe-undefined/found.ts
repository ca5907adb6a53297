import { APIClient, TrackClient } from "customerio-node";

const { CIO_KEY = "" } = process.env;
const site = process.env.CIO_SITE_ID ?? "";

export const a = new APIClient(process.env.CIO_APP_KEY || "");
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[credential-maybe-undefined]: without `CIO_APP_KEY` APIClient is made with an empty App API key, and every request is answered with 401
export const b = new TrackClient(site, process.env.CIO_TRACK_KEY!);
//                               ^^^^ hint[credential-maybe-undefined]: an empty Site ID
export const c = new APIClient(CIO_KEY);
//                             ^^^^^^^ hint[credential-maybe-undefined]: without `CIO_KEY`
