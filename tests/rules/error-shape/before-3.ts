//@ sdk = 2.1.1
import TrackClient from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// The `request` package sets it.
export async function body(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    console.error(err.response.body, err.response.socket);
  }
}
