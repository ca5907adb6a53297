import { TrackClient } from "@customerio/track";
//                           ^^^^^^^^^^^^^^^^^ info[unknown-package]: `@customerio/track` is not the SDK, and no package of Customer.io: `TrackClient` is an export of `customerio-node`
import { APIClient as Api, SendEmailRequest } from 'customer.io';
//                                                  ^^^^^^^^^^^ info[unknown-package]: `APIClient` is an export
import * as cio from "customerio/lib";
//                    ^^^^^^^^^^^^^^ info[unknown-package]: `customerio` is not the SDK
export { RegionEU } from "customerio";
//                        ^^^^^^^^^^ info[unknown-package]: `RegionEU` is an export

export const track = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const api = new Api(process.env.CUSTOMERIO_APP_API_KEY!);
export const pipelines = new cio.PipelinesClient(process.env.CIO_WRITE_KEY!);
export const request = new SendEmailRequest({});
