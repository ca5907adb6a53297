import cio, { TrackClient } from "customerio-node";
import { default as other } from "./other.mjs";

const client = new TrackClient(process.env.CUSTOMERIO_SITE_ID, await other.key());
const viaDefault = new cio.TrackClient(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY);

await client.identify("42", { created_at: Date.now() });
//                                        ^^^^^^^^^^ error[timestamp-milliseconds]
await viaDefault.identify("42", { created_at: Date.now() });
//                                            ^^^^^^^^^^ error[timestamp-milliseconds]
