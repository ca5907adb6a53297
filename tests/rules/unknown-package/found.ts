import { TrackClient } from "@customerio/track";
//                           ^^^^^^^^^^^^^^^^^ warning[unknown-package]: `@customerio/track` is not the SDK; `TrackClient` is exported by `customerio-node`
import { APIClient as Api, SendEmailRequest } from 'customer.io';
//                                                  ^^^^^^^^^^^ warning[unknown-package]: `APIClient` is exported
import * as cio from "customerio/lib";
//                    ^^^^^^^^^^^^^^ warning[unknown-package]: `customerio` is not the SDK
export { RegionEU } from "customerio";
//                        ^^^^^^^^^^ warning[unknown-package]: `RegionEU` is exported

export const track = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const api = new Api(process.env.CUSTOMERIO_APP_API_KEY!);
export const pipelines = new cio.PipelinesClient(process.env.CIO_WRITE_KEY!);
export const request = (data: never) => new SendEmailRequest(data);
