// What other files make of it does not change what the import is.
import { cio } from "./client";

export const seen = (id: string) => cio.identify(id, {});
//- /src/client.ts
import { TrackClient } from "customerio-node";

export const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
//- /src/aliased.ts
// A path of the project that is called so.
import { TrackClient } from "@/customerio";

export const other = new TrackClient("a", "b");
//- /src/customerio.ts
export class TrackClient {
  constructor(readonly a: string, readonly b: string) {}
}
