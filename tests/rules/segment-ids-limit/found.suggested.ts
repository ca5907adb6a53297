//@ sdk = 5.2.0
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const ten = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];
const hundred = [...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten, ...ten];
const thousand = [...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred, ...hundred];

export async function found(more: string[]) {
  const items = [...thousand, "1"];
  for (let start = 0; start < items.length; start += 1000) {
    await cio.addCustomersToSegment(7, items.slice(start, start + 1000));
  }
  const items2 = [...thousand, ...ten, ...more];
  for (let start = 0; start < items2.length; start += 1000) {
    await cio.removeCustomersFromSegment(7, items2.slice(start, start + 1000));
  }
}
