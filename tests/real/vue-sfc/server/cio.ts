import { TrackClient } from "customerio-node";
export default new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
