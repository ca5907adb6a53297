//@ sdk = 5.2.0
import { SendEmailRequest } from "customerio-node";
import type { RegionEU } from "customerio-node";
import Request from "customerio-node/dist/lib/request";

export { version } from "customerio-node/package.json";

export const made: [Request, typeof RegionEU, object] = [new Request(), null as never, SendEmailRequest];
