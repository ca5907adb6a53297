// No version is known, or it is the module that is meant.
import CIO from "customerio-node";
import * as sdk from "customerio-node";

export const cio = new CIO(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const other = new sdk.TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
