//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, done: () => void) {
  await cio.identify(id, { plan: "pro" }, { timeout: 500 });
//                                        ^^^^^^^^^^^^^^^^ warning[extra-argument]: `identify` takes only 2 arguments: the SDK ignores this argument
  await cio.destroy(id, true, false);
//                      ^^^^^^^^^^^ warning[extra-argument]: `destroy` takes only one argument: the SDK ignores these arguments
  await cio.identify(id, { plan: "pro" }, () => console.log("done"));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[extra-argument]: `identify` takes only 2 arguments: the SDK never calls this callback, and returns a promise
}
