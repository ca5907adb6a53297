// A setup file that no file imports (`node -r ./setup.js`) may put methods into clients: what it names is there, the rest is not.
import { cio } from "./cio";

export const twice = (id: string) => cio.trackTwice(id);
export const all = (id: string) => cio.trackAll(id);
export const close = () => cio.close();
//                             ^^^^^ error[unknown-method]: TrackClient has no method `close`
//- /src/cio.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /src/setup.js
const { cio } = require("./cio");

cio.trackTwice = async (id) => cio.track(id, { name: "twice" });
cio["trackAll"] = wrap(log);
