import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const platform = "web";

export async function found(id: string, token: string) {
  await cio.addDevice(id, token, "ios");
  await cio.addDevice(id, token, 'android', { last_used: 1754000000 });
  await cio.addDevice(id, token, "fcm");
  await cio.addDevice(id, token, platform);
}
