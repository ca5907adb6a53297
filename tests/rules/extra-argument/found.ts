//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, done: () => void) {
  await cio.identify(id, { plan: "pro" }, { timeout: 500 });
//                                        ^^^^^^^^^^^^^^^^ warning[extra-argument]: `identify` takes 2 arguments: this is ignored
  await cio.destroy(id, true, false);
//                      ^^^^^^^^^^^ warning[extra-argument]: `destroy` takes one argument: these are ignored
  await cio.identify(id, { plan: "pro" }, () => console.log("done"));
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[extra-argument]: `identify` takes 2 arguments and returns a promise: this callback is never called
}
