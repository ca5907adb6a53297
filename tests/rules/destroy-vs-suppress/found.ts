import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function gdprErase(id: string) {
  await cio.destroy(id);
  //    ^^^^^^^^^^^ hint[destroy-vs-suppress]: until the next `identify`
}

export async function closeAccount(user: { id: string }) {
  await cio.suppress(user.id);
  await cio.destroy(user.id);
  //    ^^^^^^^^^^^ hint[destroy-vs-suppress]: `suppress` deletes the person too
}
