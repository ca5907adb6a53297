// By the ways that a value takes to a client.
import { APIClient, TrackClient } from "customerio-node";
import config from "./config";

const { CIO_KEY = "b19f3c7a0d2e4856b19f3c7a0d2e4856" } = process.env;
//                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
const isLive = process.env.NODE_ENV === "production";

export const a = new APIClient(CIO_KEY);
export const b = new APIClient(isLive ? process.env.CIO_APP_KEY! : "b39f3c7a0d2e4856b19f3c7a0d2e4856");
//                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export const c = new APIClient(config.mail.key);
//                             ^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export class Service {
  private readonly client: TrackClient;

  constructor() {
    const key = "a8f0c3d91b2e4f586a7f";
    //          ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
    this.client = new TrackClient(process.env.CIO_SITE_ID as string, key as string);
  }
  get() {
    return this.client;
  }
}
//- /src/config.ts
export default { mail: { key: process.env.CIO_MAIL_KEY || "c39f3c7a0d2e4856b19f3c7a0d2e4856" } };
