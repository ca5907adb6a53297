//@ sdk = 5.2.0
// What is there, what is coming, and what a module has besides.
import sdk, { APIClient, CustomerIO, IdentifierType, type SendEmailRequestOptions } from "customerio-node";

export const all = [sdk.TrackClient, APIClient, CustomerIO, IdentifierType, "default" in sdk];
export type Options = SendEmailRequestOptions;
