import { TrackClient } from "customerio-node";
import type { Env } from "./index";

export default {
  async scheduled(event: ScheduledController, env: Env): Promise<void> {
    const cio = new TrackClient(env.CUSTOMERIO_SITE_ID, env.CUSTOMERIO_TRACK_API_KEY);
    await cio.identify("heartbeat", { last_run_at: event.scheduledTime }); // timestamp-milliseconds
  },
};
