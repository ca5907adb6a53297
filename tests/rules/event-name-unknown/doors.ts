//@ customerio.json = { "account": { "events": ["signed_up"] } }
import { CustomerIO } from "customerio-reactnative";

export function signedUp() {
  CustomerIO.track("signed_out");
  //               ^^^^^^^^^^^^ info[event-name-unknown]
  window._cio.track("signed_out");
  //                ^^^^^^^^^^^^ info[event-name-unknown]
}
