//@ sdk = 3.0.1
import { TrackClient as CIO } from "customerio-node";

const cio: CIO = new CIO(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export default cio;
