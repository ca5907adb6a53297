// A list of all keys, and an object that other functions get too.
import { TrackClient } from "customerio-node";

const siteId = process.env.CUSTOMERIO_SITE_ID!;
const apiKey = process.env.CUSTOMERIO_TRACK_API_KEY!;
export const cio = new TrackClient(siteId, apiKey);

const keys = { siteId, apiKey };
console.log(Object.entries(keys).map(([name, key]) => `${name}=${key}`).join("\n"));
//                         ^^^^ warning[credential-logged]
console.log(Object.values(keys).map((key) => key));
//                        ^^^^ warning[credential-logged]
console.log(Object.entries(keys).map(([name]) => name));
console.log(Object.values(keys).map((key) => key.length));
console.log(Object.entries(keys).map(([name, key]) => `${name}: ${key ? "set" : "missing"}`));

const options = { siteId, apiKey, region: "eu" };
start(options);
console.log(options);
//          ^^^^^^^ warning[credential-logged]

const shown: Record<string, string> = { siteId, apiKey };
start(shown);
delete shown.apiKey;
console.log(shown);
declare function start(options: object): void;
