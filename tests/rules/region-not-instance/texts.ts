import { APIClient, TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;

export const a = new TrackClient(siteId, apiKey, { region: "EU" });
//                                                         ^^^^ error[region-not-instance]: the string "EU" is not a region: the constructor throws
export const b = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!, { region: 'eu', timeout: 5000 });
//                                                                            ^^^^ error[region-not-instance]
export const c = new TrackClient(siteId, apiKey, { region: "us" as any });
//                                                         ^^^^^^^^^^^ error[region-not-instance]
export const d = new TrackClient(siteId, apiKey, { region: "eu-west-1" });
//                                                         ^^^^^^^^^^^ error[region-not-instance]
