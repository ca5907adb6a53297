import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CIO_SITE_ID!, process.env.CIO_TRACK_KEY!);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function withRetry<T>(run: () => Promise<T>, attempts = 3): Promise<T> {
  let last: unknown;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    try {
      return await run();
    } catch (error: any) {
      const status = error?.statusCode;
      if (status !== undefined && status < 500 && status !== 429) throw error;
      last = error;
      await sleep(2 ** attempt * 1000);
    }
  }
  throw last;
}

export const identify = (id: string, attributes: Record<string, unknown>) =>
  withRetry(() => cio.identify(id, attributes));

export async function event(id: string, name: string) {
  await withRetry(() => cio.track(id, { name })); // all: event-dedupe-id
}

export async function planted(id: string) {
  await withRetry(async () => {
    cio.track(id, { name: "retried" }); // floating-promise
  });
  await identify(id, { retried_at: `${Date.now()}` }); // call timestamp-milliseconds
}
