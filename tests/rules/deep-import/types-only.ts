//@ sdk = 4.2.0
import { SendEmailRequest } from "customerio-node";
// The root does not export this type, so there is no other way to it.
import type { SendEmailRequestOptions } from "customerio-node/dist/lib/api/requests";

export const request = (options: SendEmailRequestOptions) => new SendEmailRequest(options);
