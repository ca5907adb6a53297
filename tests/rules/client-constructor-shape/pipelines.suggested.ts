//@ sdk = 5.2.0
import { PipelinesClient } from "customerio-node";

export const a = new PipelinesClient(process.env.CUSTOMERIO_WRITE_KEY!);
