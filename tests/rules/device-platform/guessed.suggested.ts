// Another case is surely meant; another word is a guess, and what others read stays.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

export const platform = "ios";

export async function add(id: string, token: string) {
  await cio.addDevice(id, token, "android" as any);
  await cio.addDevice(id, token, "android" as any);
  await cio.addDevice(id, token, platform as any);
}
