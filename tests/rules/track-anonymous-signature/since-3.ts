//@ sdk = 3.0.1
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const opened = (data: object) => cio.trackAnonymous({ name: "opened_page", data });
//                                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[track-anonymous-signature]: `trackAnonymous` expects the anonymous id first, found an object
export const fine = (id: string) => cio.trackAnonymous(id, { name: "opened_page" });
