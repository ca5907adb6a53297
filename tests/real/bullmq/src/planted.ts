import { Worker } from "bullmq";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);

export const worker = new Worker("renewals", async (job) => {
  const { id, renewedAt } = job.data as { id: string; renewedAt: Date };
  await cio.track(id, { name: "Plan Renewed", data: { at: renewedAt } }); // event-name-snake-case timestamp-not-unix
  await cio.identify(id, { renewed_at: job.timestamp, name: job.data.name }); // timestamp-milliseconds
});
