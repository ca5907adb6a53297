//@ timestamp-milliseconds.severity = off
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const signUp = (id: string) => cio.identify(id, { created_at: Date.now() });
