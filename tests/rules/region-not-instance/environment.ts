import { TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
const region = process.env.CUSTOMERIO_REGION;
const wanted = "eu";

export const a = new TrackClient(siteId, apiKey, { region: process.env.CUSTOMERIO_REGION });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: `CUSTOMERIO_REGION` is a string from the environment
export const b = new TrackClient(siteId, apiKey, { region });
//                                                 ^^^^^^ error[region-not-instance]
export const c = new TrackClient(siteId, apiKey, { region: wanted });
//                                                         ^^^^^^ error[region-not-instance]
export const d = new TrackClient(siteId, apiKey, { region: { trackUrl: "https://track-eu.customer.io/api/v1" } });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[region-not-instance]: a plain object is not a region
