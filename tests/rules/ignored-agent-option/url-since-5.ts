//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

// The whole URL counts since 5.0.
export const a = new TrackClient("site", "key", { url: "http://localhost:3000/api/v1" });
