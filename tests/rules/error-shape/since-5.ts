//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function socket(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    console.error(err.response.socket.remoteAddress, err.response.rawHeaders, err.response.ok, err.body);
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: `response` of the SDK's errors has no `socket` since 5.0: this is always `undefined`
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^ warning[error-shape]: `response` of the SDK's errors has no `rawHeaders` since 5.0: this is always `undefined`
  }
}
