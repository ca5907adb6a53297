//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

export const a = new PipelinesClient({ writeKey: process.env.CUSTOMERIO_WRITE_KEY } as any);
//                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[client-constructor-shape]: PipelinesClient expects the Pipelines write key first, not an object: the constructor throws
