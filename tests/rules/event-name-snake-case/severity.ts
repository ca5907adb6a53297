//@ event-name-snake-case.severity = error
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const signUp = (id: string) => cio.track(id, { name: "SignedUp" });
//                                                          ^^^^^^^^^^ error[event-name-snake-case]
