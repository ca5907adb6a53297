//@ sdk = 2.1.1
import CIO from "customerio-node";

export const known = CIO.prototype;
export const other = CIO.something;
