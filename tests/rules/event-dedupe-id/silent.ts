import pRetry from "p-retry";
import { ulid } from "ulid";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export function a(customerId: string) {
  const id = ulid();
  return pRetry(() => cio.track(customerId, { name: "bought", id }));
}
// Not all of the event is seen; it is no event; it is sent once.
export const b = (id: string, event: any) => pRetry(() => cio.track(id, event));
export const c = (id: string, more: any) => pRetry(() => cio.track(id, { name: "bought", ...more }));
export const d = (id: string) => pRetry(() => cio.identify(id, { plan: "pro" }));
export const e = (id: string) => cio.track(id, { name: "bought" });
// Each goes out once.
export async function f(ids: string[]) {
  for (const id of ids) {
    try {
      await cio.track(id, { name: "bought" });
    } catch (err) {
      console.error(err);
    }
  }
}
