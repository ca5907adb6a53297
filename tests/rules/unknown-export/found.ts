//@ sdk = 3.4.1
import { APIClient, IdentifierType, PipelinesClient, Trackclient } from "customerio-node";
//                  ^^^^^^^^^^^^^^ error[unknown-export]: customerio-node 3.4.1 does not export `IdentifierType`
//                                  ^^^^^^^^^^^^^^^ error[unknown-export]: `PipelinesClient` from `customerio-node`
//                                                   ^^^^^^^^^^^ warning[unknown-export]: `Trackclient`
import type { MissingParamError } from "customerio-node";
//            ^^^^^^^^^^^^^^^^^ warning[unknown-export]
import * as sdk from "customerio-node";

export const all = [APIClient, IdentifierType, PipelinesClient, Trackclient, sdk.SendSMSRequest];
//                                                                               ^^^^^^^^^^^^^^ error[unknown-export]: `SendSMSRequest`
export type { MissingParamError };
