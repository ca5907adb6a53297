import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function silent(id: string, token: string, platform: "iOS" | "Android", ios: boolean) {
  await cio.addDevice(id, token, "ios");
  await cio.addDevice(id, token, ios ? "ios" : "android");
  await cio.addDevice(id, token, platform);
  await cio.addDevice(id, token, platform.toLowerCase());
  await cio.addDevice(id, token, "IOS".toLowerCase());
}
