import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const platform = "web";

export async function found(id: string, token: string) {
  await cio.addDevice(id, token, "iOS");
  //                             ^^^^^ error[device-platform]: `iOS` is not a device platform: Customer.io supports only `ios` and `android`
  await cio.addDevice(id, token, 'Android', { last_used: 1754000000 });
  //                             ^^^^^^^^^ error[device-platform]: `Android`
  await cio.addDevice(id, token, "fcm");
  //                             ^^^^^ error[device-platform]: `fcm` is not a device platform: Customer.io supports only `ios` and `android`
  await cio.addDevice(id, token, platform);
  //                             ^^^^^^^^ error[device-platform]: `web`
}
