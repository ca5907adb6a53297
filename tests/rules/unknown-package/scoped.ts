// In a scope that belongs to Customer.io nobody else can register a package.
import { TrackClient } from "@customerio/track";
//                           ^^^^^^^^^^^^^^^^^ warning[unknown-package]: `@customerio/track` is not the SDK; `TrackClient` is exported by `customerio-node`: the scope `@customerio` has no such package, so its installation fails
import { APIClient } from "customerio";
//                         ^^^^^^^^^^ warning[unknown-package]: `customerio` is not the SDK; `APIClient` is exported by `customerio-node`: Customer.io does not own that name, and anyone can register it

export const clients = [TrackClient, APIClient];
