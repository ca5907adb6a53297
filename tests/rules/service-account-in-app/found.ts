import { APIClient, TrackClient } from "customerio-node";

export const a = new APIClient(process.env.CIO_SERVICE_ACCOUNT!);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[service-account-in-app]: `CIO_SERVICE_ACCOUNT` names the token of a service account
export const b = new APIClient(process.env.CIO_TOKEN!);
//                             ^^^^^^^^^^^^^^^^^^^^^^ warning[service-account-in-app]: `CIO_TOKEN` is set to the token of a service account
export const c = new TrackClient("SITE_ID", "sa_live_8f7e6d5c4b3a");
//                                          ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: the token of a service account stands in the source
//                                          ^^^^^^^^^^^^^^^^^^^^^^ warning[service-account-in-app]: this is the token of a service account
//- /.env
CIO_TOKEN=sa_live_8f7e6d5c4b3a
