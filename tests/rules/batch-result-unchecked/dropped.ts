//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const gone = { type: "person", action: "delete", identifiers: { id: "42" } };

export async function forget() {
  await cio.batch([gone]);
//      ^^^^^^^^^ warning[batch-result-unchecked]: the result of `batch` is ignored: the call resolves even when some operations fail (207), and `errors` in its result is the only sign
  try {
    await cio.batch([gone]).then((result) => result);
//        ^^^^^^^^^ warning[batch-result-unchecked]: the result of `batch` is ignored: the call resolves even when some operations fail (207), and `errors` in its result is the only sign
  } catch (err) {
    console.error(err);
  }
}

export async function inOneLine(id: string) {
  if (id) await cio.batch([gone]);
//              ^^^^^^^^^ warning[batch-result-unchecked]
}
