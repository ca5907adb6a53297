// A known name without a literal of its own.
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const PREFIX = "Order";

export async function run(id: string) {
  await cio.track(id, { name: `${PREFIX}Placed` });
//                            ^^^^^^^^^^^^^^^^^ info[event-name-snake-case]
}
