import pRetry, { AbortError } from "p-retry";
import { CustomerIORequestError, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { retry: { maxRetries: 0 } });

export function identify(id: string, attributes: Record<string, unknown>) {
  return pRetry(
    async () => {
      try {
        await cio.identify(id, attributes);
      } catch (error) {
        if (error instanceof CustomerIORequestError && error.statusCode === 400) throw new AbortError(error);
        throw error;
      }
    },
    { retries: 3 },
  );
}
