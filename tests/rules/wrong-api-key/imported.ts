import { APIClient, TrackClient } from "customerio-node";
import config, { appKey as key, Keys } from "./config";
import { env } from "./env";
import { loaded } from "./config/loaded";
import * as all from "./config";

export const a = new APIClient(config.customerio.trackKey);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: `CUSTOMERIO_TRACK_API_KEY` names a Track API key
export const b = new APIClient(config.customerio.key);
//                             ^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]: `CUSTOMERIO_TRACKING_API_KEY` names
export const c = new TrackClient(config.customerio.siteId, key);
//                                                         ^^^ warning[wrong-api-key]: `CUSTOMERIO_APP_API_KEY` names
export const d = new TrackClient(config.customerio.siteId, all.appKey);
//                                                         ^^^^^^^^^^ warning[wrong-api-key]
export const e = new APIClient(env.CUSTOMERIO_TRACK_API_KEY);
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[wrong-api-key]
export const f = new APIClient(Keys.mail);
//                             ^^^^^^^^^ warning[wrong-api-key]: `CUSTOMERIO_TRACK_API_KEY` names
export const g = new APIClient(loaded);
//                             ^^^^^^ warning[wrong-api-key]: `customerIoTrackKey` names
export const h = new APIClient(config.customerio.appKey);
export const i = new APIClient(config.customerio.bare);
export const j = new APIClient(Keys.app);
//- /src/config/index.ts
const config = {
  customerio: {
    siteId: process.env.CUSTOMERIO_SITE_ID!,
    trackKey: process.env.CUSTOMERIO_TRACK_API_KEY!,
    key: process.env.CUSTOMERIO_TRACKING_API_KEY!,
    appKey: process.env.CUSTOMERIO_APP_API_KEY!,
    bare: process.env.CUSTOMERIO_API_KEY!,
  },
};
export default config;
export const appKey = process.env.CUSTOMERIO_APP_API_KEY!;
export class Keys {
  static mail = process.env.CUSTOMERIO_TRACK_API_KEY!;
  static get app() {
    return process.env.CUSTOMERIO_APP_API_KEY!;
  }
}
//- /src/config/loaded.ts
import { secret } from "../vault";
const customerIoTrackKey = secret("customerio");
export { customerIoTrackKey as loaded };
//- /src/env.ts
import { createEnv } from "@t3-oss/env-nextjs";
import { z } from "zod";

export const env = createEnv({
  server: { CUSTOMERIO_TRACK_API_KEY: z.string().min(1) },
  runtimeEnv: process.env,
});
//- /src/vault.ts
export function secret(name: string): string {
  return globalThis.atob(name);
}
