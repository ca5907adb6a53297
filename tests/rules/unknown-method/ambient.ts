// What is declared, or put into a class, elsewhere in the project needs no import to hold here.
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const pipelines = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
export const remember = (id: string) => cio.remember(id);
export const forget = (id: string) => cio.forget(id);
export const remind = (id: string) => api.remind(id);
export const patched = (id: string) => cio.patched(id);
// An interface that builds on another one may have anything.
export const anything = (id: string) => pipelines.anything(id);
export const misspelled = (id: string) => cio.rememberr(id);
//                                            ^^^^^^^^^ error[unknown-method]
export const other = (id: string) => cio.other(id);
//                                       ^^^^^ error[unknown-method]
//- /src/augmented.d.ts
import "customerio-node";
import type { Everything } from "./everything";

declare module "customerio-node" {
  interface TrackClient {
    remember(id: string): Promise<void>;
  }
  export interface TrackClient {
    forget: (id: string) => Promise<void>;
  }
  interface PipelinesClient extends Everything {}
}
//- /types/customerio-node.d.ts
declare module "customerio-node" {
  export class APIClient {
    constructor(key: string);
    remind(id: string): Promise<void>;
  }
}
declare module "another" {
  export class TrackClient {
    other(id: string): Promise<void>;
  }
}
//- /src/patch.js
const { TrackClient } = require("customerio-node");

TrackClient.prototype.patched = function (id) {
  return this.identify(id, {});
};
