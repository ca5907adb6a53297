//@ sdk = 5.2.0
import { SendEmailRequest, TrackClient } from "customerio-node";
// A compiler that does not read `exports` finds these.
import type { RequestData } from "customerio-node/dist/lib/request";
import { SendEmailRequestWithTemplate, type SendEmailRequestOptions } from "customerio-node/dist/lib/api/requests";
export type { RequestHandlerOptions } from "customerio-node/dist/lib/request";
// The root exports these by now.
import { SendPushRequestOptions } from "customerio-node";
// What is needed when the code runs is not there, whatever compiles.
import { isEmpty } from "customerio-node/dist/lib/utils";

export const requests = (a: SendEmailRequestWithTemplate, b: SendEmailRequestOptions) => [
  new SendEmailRequest(a),
  new SendEmailRequest(b),
];
export const identify = (cio: TrackClient, id: string, data: RequestData) => cio.identify(id, isEmpty(data) ? {} : data);
export type Push = SendPushRequestOptions;
