//@ sdk = 4.5.1
//@ deep-import.severity = off
import { TrackClient } from "customerio-node";
import { CustomerIORequestError } from "customerio-node/dist/lib/utils";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const seen = (id: string) =>
  cio.track(id, { name: "seen" }).catch((err) => {
    if (err instanceof CustomerIORequestError) return err.statusCode;
//      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[instanceof-error-class]: `CustomerIORequestError` is imported from inside the package (`customerio-node/dist/lib/utils`): the import fails since 5.0
    throw err;
  });
