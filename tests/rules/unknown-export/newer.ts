//@ sdk = 6.0.0
import { EventClient } from "customerio-node";

export const client = EventClient;
