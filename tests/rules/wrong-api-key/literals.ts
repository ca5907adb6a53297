// By its form: 20 hexadecimal digits or 32. None of these is a real credential.
import { APIClient, TrackClient } from "customerio-node";

const secret = "0123456789abcdef0123456789abcdef";

export const a = new APIClient("0123456789abcdef0123");
//                             ^^^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: APIClient expects the App API key, found a Site ID or Track API key
export const b = new TrackClient("0123456789abcdef0123", "fedcba9876543210fedcba9876543210");
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: TrackClient expects the Track API key, found an App API key
export const c = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, secret);
//                                                                ^^^^^^ error[wrong-api-key]
