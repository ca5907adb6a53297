import { TrackClient } from "customerio-node";
import { config } from "./config";
import { CIO_SECRET } from "./secrets";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, config.cioKey);
export const other = new TrackClient(config.siteId, CIO_SECRET);
//- /src/config.ts
export const config = {
  siteId: process.env.CUSTOMERIO_SITE_ID!,
  cioKey: process.env.CUSTOMERIO_API_KEY!,
};
//- /src/secrets.ts
import { read } from "./vault";

export const CIO_SECRET = read("cio");
//- /src/vault.ts
export function read(name: string): string {
  return globalThis.atob(name);
}
//- /src/z/mail.ts
import { APIClient } from "customerio-node";
import * as secrets from "../secrets";
import { CIO_SECRET } from "../secrets";

export const api = new APIClient(process.env.CUSTOMERIO_API_KEY!);
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[credential-shared-between-clients]: the App API key of APIClient is also used as the Track API key of TrackClient: a key is of one kind only, so the requests of one of the clients fail with 401
export const mail = new APIClient(CIO_SECRET);
//                                ^^^^^^^^^^ warning[credential-shared-between-clients]
export const elsewhere = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
export const unseen = new APIClient(secrets.CIO_SECRET);
