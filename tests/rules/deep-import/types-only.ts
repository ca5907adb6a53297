//@ sdk = 4.2.0
import { SendEmailRequest } from "customerio-node";
// The root does not export these types, so there is no other way to them; what is a type alone needs no `type`.
import type { SendEmailRequestOptions } from "customerio-node/dist/lib/api/requests";
import { RequestData } from "customerio-node/dist/lib/request";
// One that is a value as well, and is kept.
import { SendPushRequest, SendPushRequestOptions } from "customerio-node/dist/lib/api/requests";
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[deep-import]: a file inside the package

export const request = (options: SendEmailRequestOptions) => new SendEmailRequest(options);
export const push = (options: SendPushRequestOptions, data: RequestData) => [new SendPushRequest(options), data];
