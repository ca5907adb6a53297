// Times that queues and platforms hand over, in milliseconds by their own types.
import Bull from "bull";
import { type Job, Queue, Worker } from "bullmq";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare const worker: Worker;

export const mail = new Worker("mail", async (job) => {
  await cio.identify(job.data.id, { mailed_at: Math.floor(job.timestamp / 1000) });
  await cio.identify(job.data.id, { mailed_at: Math.floor(job.timestamp / 1000) });
});
export async function work(job: Job<{ id: string; timestamp: number }>) {
  await cio.identify(job.data.id, { worked_at: job.processedOn && Math.floor(job.processedOn / 1000) });
  await cio.identify(job.data.id, { worked_at: job.data.timestamp });
}
const old = new Bull("old");
old.process(async (job) => {
  await cio.identify(job.data.id, { seen_at: Math.floor(job.timestamp / 1000) });
});
export default {
  async scheduled(controller: ScheduledController) {
    await cio.identify("heartbeat", { last_run_at: Math.floor(controller.scheduledTime / 1000) });
    await cio.identify("heartbeat", { last_run_at: Math.floor(controller.scheduledTime / 1000) });
  },
};

// Something else under these names.
class Work {
  timestamp = 0;
}
export async function own(job: { id: string; timestamp: number }, other: Work, events: Queue) {
  await cio.identify(job.id, { worked_at: job.timestamp });
  await cio.identify(job.id, { worked_at: other.timestamp });
  events.on("waiting", (job) => console.log(job.timestamp));
}
export const rows = [{ id: "1", timestamp: 1 }].map((job) => cio.identify(job.id, { worked_at: job.timestamp }));
// A job that is done has both times; its type does not know that.
export async function done(job: Job) {
  await cio.identify("worker", { finished_at: job.finishedOn && Math.floor(job.finishedOn / 1000) });
  await cio.identify("worker", { finished_at: Math.floor((job.finishedOn ?? job.timestamp) / 1000) });
}
