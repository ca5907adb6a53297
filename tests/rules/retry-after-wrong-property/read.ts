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
        const retryAfter = err.headers?.["retry-after"];
//                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[retry-after-wrong-property]: an SDK error has no `headers`
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
  return Number(error.response.headers.get("Retry-After"));
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: `headers` of an SDK error is a plain object without `get`
}

export async function pauses(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err) {
    console.log((err as any).headers["Retry-After"], (err as any)!.response?.headers["Retry-After"]);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: an SDK error has no `headers`
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: `Retry-After` is always `undefined`
    console.log((<any>err).headers?.get?.("retry-after"), (err as any).retryAfter);
//              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: an SDK error has no `headers`
//                                                        ^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: an SDK error has no `retryAfter`
    return pauseOf(err);
  }
}

export async function takenApart(id: string) {
  try {
    await Promise.all([cio.identify(id, {}), cio.track(id, { name: "seen" })]);
  } catch ({ headers }: any) {
    return headers["retry-after"];
//         ^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: an SDK error has no `headers`
  }
}

export function chained(id: string) {
  return cio.track(id, { name: "seen" }).catch((err) => (err?.headers?.["retry-after"] ?? 1) * 1000);
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-wrong-property]: an SDK error has no `headers`
}
