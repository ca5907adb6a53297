import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function gdprErase(id: string) {
  await cio.destroy(id);
  //    ^^^^^^^^^^^ hint[destroy-vs-suppress]: `destroy` does not keep the person from coming back: the next `identify` with the same id creates the profile again
}

export async function closeAccount(user: { id: string }) {
  await cio.suppress(user.id);
  await cio.destroy(user.id);
  //    ^^^^^^^^^^^ hint[destroy-vs-suppress]: `suppress` deletes the person too
}
