import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
export const signUp = (id: string) => cio.track(id, { name: "signed_up" });
