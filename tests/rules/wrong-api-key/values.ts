//@ hardcoded-credential.severity = off
// The name of the variable says one thing, the form of its value another: the value counts.
import { APIClient, TrackClient } from "customerio-node";

const TRACK_API_KEY = "0123456789abcdef0123456789abcdef";

export const api = new APIClient(TRACK_API_KEY);
export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, TRACK_API_KEY);
//                                                                  ^^^^^^^^^^^^^ error[wrong-api-key]
