//@ sdk = 4.5.1
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function all(ids: string[]) {
  await cio.batch(ids.map((id) => ({ type: "person", action: "delete", identifiers: { id } })));
  //        ^^^^^ error[method-not-in-version]: TrackClient has no `batch` in customerio-node 4.5.1 (since 5.0)
  await cio.unsuppress(ids[0]!);
}

export const typed = (client: TrackClient) => client.getAccountRegion();
//                                                   ^^^^^^^^^^^^^^^^ warning[method-not-in-version]: since 5.2
