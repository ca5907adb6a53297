//@ sdk = 6.0.0
import { IdentifierType } from "customerio-node";

export const phone = IdentifierType.Phone;
