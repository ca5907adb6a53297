//@ sdk = 4.1.0
// The client itself came later: its import is told, and not each of its calls too.
import { PipelinesClient } from "customerio-node";
//       ^^^^^^^^^^^^^^^ error[unknown-export]: customerio-node 4.1.0 does not export `PipelinesClient`

const pipelines = new PipelinesClient(process.env.CIO_PIPELINES_WRITE_KEY!);

export const placed = (userId: string) => pipelines.track({ userId, event: "Order Placed" });
