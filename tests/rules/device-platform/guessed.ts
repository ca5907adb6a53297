// Another case is surely meant; another word is a guess, and what others read stays.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function save(value: unknown): any;

export const platform = "iOS";

export async function add(id: string, token: string) {
  await cio.addDevice(id, token, "Android" as any);
//                               ^^^^^^^^^^^^^^^^ error[device-platform]: `Android` is not a device platform: Customer.io supports only `ios` and `android`
  await cio.addDevice(id, token, "andriod" as any);
//                               ^^^^^^^^^^^^^^^^ error[device-platform]: `andriod` is not a device platform: Customer.io supports only `ios` and `android`
  await cio.addDevice(id, token, platform as any);
//                               ^^^^^^^^^^^^^^^ error[device-platform]: `iOS` is not a device platform: Customer.io supports only `ios` and `android`
}
