//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];

export async function silent(more: string[]) {
  await cio.addCustomersToSegment(7, thousand);
  await cio.addCustomersToSegment(7, more);
  await cio.addCustomersToSegment(7, more.slice(0, 1000));
}
