//@ sdk = 5.2.0
import { SendEmailRequest } from "customerio-node/dist/lib/api/requests";
//                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]: import of a file inside the package: Node cannot resolve it, because the package exports only `customerio-node` since 5.0
import type { RegionEU } from "customerio-node/dist/lib/regions";
//                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[deep-import]: import of a file inside the package: the package exports only `customerio-node` since 5.0
import Request from "customerio-node/dist/lib/request";
//                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]

export { version } from "customerio-node/package.json";
//                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[deep-import]

export const made: [Request, typeof RegionEU, object] = [new Request(), null as never, SendEmailRequest];
