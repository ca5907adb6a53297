import { APIClient, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

// The handbook's helper: in a module, other files can use it for anything.
export async function withBackoff<T>(fn: () => Promise<T>, maxRetries = 3): Promise<T> {
  for (let i = 0; i <= maxRetries; i++) {
    try {
      return await fn();
    } catch (err: any) {
      if (err.statusCode === 429 && i < maxRetries) {
        const retryAfter = err.response?.headers?.["retry-after"];
        const delay = retryAfter ? parseInt(retryAfter) * 1000 : Math.pow(2, i) * 1000 + Math.random() * 500;
        await new Promise((r) => setTimeout(r, delay));
        continue;
      }
      throw err;
    }
  }
  throw new Error("Max retries exceeded");
}

await withBackoff(() => cio.identify("user-1", { email: "user@example.com" }));

function pauseOf(error: any): number {
  return Number(error.response?.headers?.["retry-after"]);
}

export async function pauses(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err) {
    console.log((err as any).response?.headers?.["retry-after"], (err as any)!.response?.headers?.["retry-after"]);
    console.log((<any>err).response?.headers?.["retry-after"], (err as any).response?.headers?.["retry-after"]);
    return pauseOf(err);
  }
}

export async function takenApart(id: string) {
  try {
    await Promise.all([cio.identify(id, {}), cio.track(id, { name: "seen" })]);
  } catch ({ headers }: any) {
    return headers["retry-after"];
  }
}

export function chained(id: string) {
  return cio.track(id, { name: "seen" }).catch((err) => (err?.response?.headers?.["retry-after"] ?? 1) * 1000);
}
