//@ sdk = 4.5.1
// Was turned into its digits.
import { TrackClient } from "customerio-node";
import { ObjectId } from "mongodb";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export const a = () => cio.identify(new ObjectId() as any, { plan: "pro" });
