// One variable, wrong in two ways, with another use: there is no one repair.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function run(id: string, text: boolean) {
  const at = text ? new Date().toISOString() : Date.now();
  console.log(at);
  await cio.track(id, { name: "order_placed", timestamp: at });
//                                                       ^^ warning[timestamp-milliseconds]
//                                                       ^^ error[timestamp-not-unix]
}
