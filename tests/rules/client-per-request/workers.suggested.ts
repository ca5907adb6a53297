import { TrackClient } from "customerio-node";
import { initTRPC } from "@trpc/server";
import { Worker } from "bullmq";
import { inngest } from "./inngest";

const t = initTRPC.create();
const site = process.env.CUSTOMERIO_SITE_ID!;
const cio = new TrackClient(site, process.env.CUSTOMERIO_TRACK_API_KEY!);

new Worker("mail", async (job) => {
  await cio.identify(job.data.id, { email: job.data.email });
});

export const welcome = inngest.createFunction({ id: "welcome" }, { event: "user" }, async ({ event }: any) => {
  await cio.identify(event.data.id, { email: event.data.email });
});

export const router = t.router({
  signUp: t.procedure.input((it: any) => it).mutation(async ({ input }) => {
    await cio.identify(input.id, { email: input.email });
  }),
});

export const rows = (db: any) =>
  db.query(async (it: any) => {
    const cio = new TrackClient(site, process.env.CUSTOMERIO_TRACK_API_KEY!);
    await cio.identify(it.id, { email: it.email });
  });
