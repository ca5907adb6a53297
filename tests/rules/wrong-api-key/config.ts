// Names of configuration properties and identifiers count as well.
import { APIClient, TrackClient } from "customerio-node";
import { config } from "./config";

export const a = new APIClient(config.customerio.trackApiKey);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const b = new TrackClient(config.customerio.siteId, config.customerio.appApiKey);
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export function make(trackingApiKey: string) {
  return new APIClient(trackingApiKey);
//                     ^^^^^^^^^^^^^^ warning[wrong-api-key]
}
