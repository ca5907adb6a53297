// Packages of Customer.io that are others, with symbols of their own.
import { Analytics } from "@customerio/cdp-analytics-node";
import { CustomerIO } from "customerio-reactnative";
import Gist from "customerio-gist-web";
import { TrackClient } from "customerio-node";
// Somebody's package that is called so, and that does not have what the SDK has.
import CIO from "customerio";
import customer from "customer.io";
import { track } from "@customerio/track";
// Names that only begin alike.
import { APIClient } from "@customerio/tracking";
import { APIClient as B } from "customerio.js";
import { RegionEU } from "./customerio";
import "@customerio/track";

export const all = [Analytics, CustomerIO, Gist, TrackClient, CIO, customer, track, APIClient, B, RegionEU];
export const cio = CIO.init("site", "key");
//- /src/customerio.ts
export const RegionEU = { host: "https://eu.example.com" };
