//@ sdk = 4.4.0
import { APIClient, TrackClient } from "customerio-node";

const shared = { timeout: 3000 };
export const a = new APIClient(process.env.CIO_APP_KEY!, { timeout: 3000 });
//                                                         ^^^^^^^ warning[inert-timeout]: `timeout` has no effect in customerio-node 4.4.0: a request without a response waits forever
export const b = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, shared);
//                                                                                     ^^^^^^ warning[inert-timeout]
export const c = new APIClient(process.env.CIO_APP_KEY!, { ...shared });
//                                                            ^^^^^^ warning[inert-timeout]
