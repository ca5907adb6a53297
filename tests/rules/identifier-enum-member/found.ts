import { APIClient, IdentifierType as Kind, TrackClient } from "customerio-node";
import * as sdk from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export async function found(id: string, address: string) {
  await cio.mergeCustomers(Kind.ID, id, Kind.CIO_ID, address);
  //                            ^^ error[identifier-enum-member]: `IdentifierType` has no member `ID`: this is `undefined`
  //                                         ^^^^^^ error[identifier-enum-member]: `CIO_ID`
  await api.getAttributes(address, sdk.IdentifierType.EMAIL);
  //                                                  ^^^^^ error[identifier-enum-member]: `EMAIL`
  await api.getAttributes(address, sdk.IdentifierType.Phone);
  //                                                  ^^^^^ error[identifier-enum-member]: `Phone`
}
