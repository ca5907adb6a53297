//@ sdk = 5.2.0
import { SendEmailRequest, TrackClient } from "customerio-node";
// A compiler that does not read `exports` finds these.
import type { RequestData } from "customerio-node/dist/lib/request";
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[deep-import]: import of a type from a file inside the package: TypeScript cannot resolve it with `moduleResolution` set to `node16`, `nodenext` or `bundler`
import { SendEmailRequestWithTemplate, type SendEmailRequestOptions } from "customerio-node/dist/lib/api/requests";
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[deep-import]
export type { RequestHandlerOptions } from "customerio-node/dist/lib/request";
//                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[deep-import]
// The root exports these by now.
import { SendPushRequestOptions } from "customerio-node/dist/lib/api/requests";
//                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[deep-import]: import of a file inside the package: the package exports only `customerio-node` since 5.0
// What is needed when the code runs is not there, whatever compiles.
import { isEmpty } from "customerio-node/dist/lib/utils";
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]: import of a file inside the package: Node cannot resolve it, because the package exports only `customerio-node` since 5.0

export const requests = (a: SendEmailRequestWithTemplate, b: SendEmailRequestOptions) => [
  new SendEmailRequest(a),
  new SendEmailRequest(b),
];
export const identify = (cio: TrackClient, id: string, data: RequestData) => cio.identify(id, isEmpty(data) ? {} : data);
export type Push = SendPushRequestOptions;
