//@ sdk = 4.4.0
import { APIClient, TrackClient } from "customerio-node";

const shared = { timeout: 3000 };
export const a = new APIClient(process.env.CIO_APP_KEY!, { timeout: 3000 });
//                                                         ^^^^^^^ warning[inert-timeout]: `timeout` does nothing in customerio-node 4.4.0: a request without an answer waits for ever
export const b = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, shared);
//                                                                                     ^^^^^^ warning[inert-timeout]
export const c = new APIClient(process.env.CIO_APP_KEY!, { ...shared });
//                                                            ^^^^^^ warning[inert-timeout]
