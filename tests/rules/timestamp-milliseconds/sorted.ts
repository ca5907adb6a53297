import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

// What is too large for seconds is taken for milliseconds.
const seconds = (at: number) => (at > 1e11 ? Math.floor(at / 1000) : at);
const passed = (at: number) => at;

export async function all(id: string) {
  await cio.identify(id, { seen_at: seconds(Date.now()) });
  await cio.identify(id, { seen_at: passed(Date.now()) });
//                                  ^^^^^^^^^^^^^^^^^^ warning[timestamp-milliseconds]: `seen_at` is in milliseconds
}
