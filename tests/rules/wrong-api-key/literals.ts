// By its form: 20 hexadecimal digits or 32. None of these is a real credential.
import { APIClient, TrackClient } from "customerio-node";

const appKey = "00000000000000000000000000000000";

export const a = new APIClient("00000000000000000000");
//                             ^^^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: this literal has 20 hexadecimal digits, so it is a Site ID or a Track API key
export const b = new TrackClient("00000000000000000000", "11111111111111111111111111111111");
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[wrong-api-key]: 32 hexadecimal digits, so it is an App API key
export const c = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, appKey);
//                                                                ^^^^^^ error[wrong-api-key]
