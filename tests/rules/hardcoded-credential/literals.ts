// Made up, all of them.
import { APIClient, PipelinesClient, TrackClient } from "customerio-node";
import { keys } from "./keys";

const SITE = "7c1d0e9fa2b35864d7c1";
const inline = "b19f3c7a0d2e4856b19f3c7a0d2e4856";

export const a = new TrackClient(SITE, "a7f0c3d91b2e4f586a7f");
//                                     ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded: anyone who can read the repository can use it, and it stays in the history
export const b = new APIClient("b19f3c7a0d2e4856b19f3c7a0d2e4856");
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: an App API key is hardcoded: anyone who can read the repository can use it, and it stays in the history
export const c = new APIClient(process.env.CUSTOMER_IO_KEY?.trim() || "c29f3c7a0d2e4856b19f3c7a0d2e4856");
//                                                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export const d = new PipelinesClient("ak_eu_4f9a8b7c6d5e");
//                                   ^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a secret key of Customer.io
export const e = new TrackClient(SITE, keys.track);
//                                     ^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded: anyone who can read the repository can use it, and it stays in the history
export class Mail {
  private readonly api = new APIClient(process.env.CUSTOMER_IO_KEY ?? "e39f3c7a0d2e4856b19f3c7a0d2e4856");
  //                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
  send() {
    return this.api;
  }
}
//- /src/keys.ts
export const keys = { track: "f7f0c3d91b2e4f586a7f" };
