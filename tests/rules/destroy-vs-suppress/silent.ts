import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function deleteUser(id: string, other: string) {
  await cio.destroy(id);
  await cio.suppress(other);
}

export async function forgetPassword(id: string) {
  await cio.suppress(id);
}

export async function leave(id: string, forever: boolean) {
  if (forever) {
    await cio.suppress(id);
  } else {
    await cio.destroy(id);
  }
}
