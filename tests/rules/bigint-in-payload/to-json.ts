// This project gives bigints a form in JSON.
import { TrackClient } from "customerio-node";

(BigInt.prototype as any).toJSON = function () {
  return this.toString();
};

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
await cio.identify("42", { points: 10n });
