// What an imported file gives the class is there.
import { TrackClient } from "customerio-node";
import "./patch";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const flush = () => (cio as any).flush();
export const close = () => (cio as any).close();
//                                      ^^^^^ error[unknown-method]: TrackClient has no method `close`
//- /src/patch.ts
import { TrackClient } from "customerio-node";

(TrackClient.prototype as any).flush = async () => {};
