//@ sdk = 5.2.0
import { CustomerIORequestError, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  try {
    await cio.track(id, { name: "seen" });
  } catch (err) {
    if (err instanceof CustomerIORequestError) console.error(err.statusCode, err.body);
    if (err instanceof Error) console.error(err.message);
    throw err;
  }
}
