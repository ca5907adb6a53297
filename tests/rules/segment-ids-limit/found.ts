//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];

export async function found(more: string[]) {
  await cio.addCustomersToSegment(7, [...thousand, "1"]);
//                                   ^^^^^^^^^^^^^^^^^^ warning[segment-ids-limit]: this list has 1001 entries, over the limit of 1000
  await cio.removeCustomersFromSegment(7, [...thousand, ...ten, ...more]);
//                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[segment-ids-limit]: this list has 1010 entries, over the limit of 1000
}
