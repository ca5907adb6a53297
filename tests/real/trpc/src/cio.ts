import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CIO_SITE_ID ?? "", process.env.CIO_TRACK_KEY ?? ""); // all: credential-maybe-undefined credential-maybe-undefined
