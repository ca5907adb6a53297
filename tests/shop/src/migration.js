// Left over from the years before.
import CIO from "customerio-node";
import { APIClient } from "customerio-node/api"; // legacy-subpath-import
import { isEmpty } from "customerio-node/dist/lib/utils"; // deep-import
import { RegionEU, TransactionalClient } from "customerio-node"; // unknown-export

// legacy-default-import
export const cio = new CIO(process.env.CUSTOMERIO_SITE_ID, process.env.CUSTOMERIO_TRACK_API_KEY, { region: RegionEU });
export const all = [APIClient, TransactionalClient, isEmpty];
