//@ sdk = 5.2.0
import { IdentifierType, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function found(id: string, other: string) {
  await cio.mergeCustomers("ID", id, "cioId", other);
  //                       ^^^^ error[merge-identifier-type]: `ID` is not an identifier type
  //                                 ^^^^^^^ error[merge-identifier-type]: `cioId`
  await cio.mergeCustomers("id", id, "userName", other);
  //                                 ^^^^^^^^^^ error[merge-identifier-type]: `userName`
  await cio.mergeCustomers("id", "a@example.com", "cio_id", "b@example.com");
  //                       ^^^^ hint[merge-identifier-type]: the identifier type is `id`, but the value is an email address
  //                                              ^^^^^^^^ warning[merge-identifier-type]: `cio_id`
  await cio.mergeCustomers(IdentifierType.Id, id, IdentifierType.CioId, "b@example.com");
  //                                              ^^^^^^^^^^^^^^^^^^^^ warning[merge-identifier-type]: Customer.io looks for a person whose `cio_id` is that address
}
