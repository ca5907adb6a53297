import { APIClient, TrackClient } from "customerio-node";

export const a = new APIClient(process.env.CIO_SERVICE_ACCOUNT!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[service-account-in-app]: APIClient expects the App API key, but `CIO_SERVICE_ACCOUNT` names a service account token
export const b = new APIClient(process.env.CIO_TOKEN!);
//                             ^^^^^^^^^^^^^^^^^^^^^^ warning[service-account-in-app]: APIClient expects the App API key, but `CIO_TOKEN` is set to a service account token
export const c = new TrackClient("SITE_ID", "sa_live_8f7e6d5c4b3a");
//                                          ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a service account token is hardcoded
//                                          ^^^^^^^^^^^^^^^^^^^^^^ warning[service-account-in-app]: TrackClient expects the Track API key, found a service account token
//- /.env
CIO_TOKEN=sa_live_8f7e6d5c4b3a
