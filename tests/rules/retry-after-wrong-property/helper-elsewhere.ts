import { TrackClient } from "customerio-node";
import { withBackoff } from "./backoff";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export async function seen(id: string) {
  await withBackoff(() => cio.track(id, { name: "seen" }));
//      ^^^^^^^^^^^ info[retry-after-wrong-property]: in its error handler, an SDK error has no `headers`
}
//- /src/backoff.ts
export async function withBackoff<T>(fn: () => Promise<T>): Promise<T> {
  try {
    return await fn();
  } catch (err: any) {
    if (err.statusCode !== 429) throw err;
    await new Promise((r) => setTimeout(r, Number(err.headers["retry-after"]) * 1000));
    return await fn();
  }
}
