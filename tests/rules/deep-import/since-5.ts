//@ sdk = 5.2.0
import { SendEmailRequest } from "customerio-node/dist/lib/api/requests";
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]: since 5.0 the package exports `customerio-node` alone
import type { RegionEU } from "customerio-node/dist/lib/regions";
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[deep-import]: cannot be imported since 5.0
import Request from "customerio-node/dist/lib/request";
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]

export { version } from "customerio-node/package.json";
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]

export const made: [Request, typeof RegionEU, object] = [new Request(), null as never, SendEmailRequest];
