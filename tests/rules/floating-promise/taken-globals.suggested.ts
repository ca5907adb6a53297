// A fix writes no name of a global by which the file means something else.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
export async function all(ids: string[], Promise: { all(list: unknown[]): number }) {
  ids.forEach((id) => cio.identify(id, {}));
  return Promise.all([]);
}
export async function one(id: string, console: { say(text: string): void }) {
  await cio.identify(id, {});
  console.say(id);
}
