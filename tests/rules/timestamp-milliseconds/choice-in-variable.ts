// The variable has other uses: no edit of its definition is right.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, flag: boolean, schedule: (at: number) => void) {
  const at = flag ? Date.now() : 0;
  schedule(at);
  await cio.identify(id, { created_at: at });
//                                     ^^ warning[timestamp-milliseconds]
}
