//@ sdk = 3.1.4
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const a = () => cio.trackAnonymous("", { name: "invited" });
//                                        ^^ error[empty-argument]: `anonymousId` is an empty string
