//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function merge(kept: string, gone: string) {
  await cio.mergeCustomers("ID" as any, kept, "cioId" as any, gone);
//                         ^^^^^^^^^^^ error[merge-identifier-type]: `ID` is not an identifier type
//                                            ^^^^^^^^^^^^^^ error[merge-identifier-type]: `cioId` is not an identifier type
  await cio.mergeCustomers("ID", kept, "cioId", gone);
//                         ^^^^ error[merge-identifier-type]: `ID` is not an identifier type
//                                     ^^^^^^^ error[merge-identifier-type]: `cioId` is not an identifier type
}
