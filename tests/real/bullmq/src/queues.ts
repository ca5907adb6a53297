import { Queue, Worker, type Job } from "bullmq";
import { TrackClient } from "customerio-node";
import { logger } from "./logger.js";
import { connection } from "./redis.js";

type IdentifyJob = { kind: "identify"; id: string; attributes: Record<string, string | number | boolean> };
type TrackJob = { kind: "track"; id: string; name: string; at: number; data?: Record<string, unknown> };
export type CioJob = IdentifyJob | TrackJob;

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!, { timeout: 10_000 });

export const cioQueue = new Queue<CioJob>("customerio", {
  connection,
  defaultJobOptions: { attempts: 5, backoff: { type: "exponential", delay: 1000 }, removeOnComplete: true },
});

async function run(job: Job<CioJob>): Promise<void> {
  switch (job.data.kind) {
    case "identify":
      await cio.identify(job.data.id, job.data.attributes);
      return;
    case "track":
      await cio.track(job.data.id, {
        name: job.data.name,
        timestamp: Math.floor(job.data.at / 1000),
        ...(job.data.data && { data: job.data.data }),
      });
      return;
  }
}

export const worker = new Worker<CioJob>("customerio", run, { connection, limiter: { max: 100, duration: 1000 } });
worker.on("failed", (job, error) => logger.error({ jobId: job?.id, err: error }, "customerio job failed"));
