// A literal is reported once, however many clients, requests and files use it.
import { TrackClient } from "customerio-node";
import { keys } from "./keys";

const site = process.env.CUSTOMERIO_SITE_ID!;
const key = "6c1f4e9a0b7d2835c4e1";
//          ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded
export const a = new TrackClient(site, key);
export const b = new TrackClient(site, key);
export const c = () => new TrackClient(site, key);
export const region = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: `Basic ${btoa(`${site}:${key}`)}` },
  });
export const d = new TrackClient(site, keys.track);
//                                     ^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded
export const e = new TrackClient(site, keys.track);
export const f = new TrackClient(site, exported);
import { exported } from "./client";
//- /src/keys.ts
export const keys = { track: process.env.CUSTOMERIO_TRACK_API_KEY || "0b7d28354e1c6c1f4e9a" };
//- /src/client.ts
import { TrackClient } from "customerio-node";

export const exported = "1f4e9a0b7d2835c4e16c";
//                      ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, exported);
//- /src/third.ts
import { TrackClient } from "customerio-node";
import { keys } from "./keys";

export const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, keys.track);
