import pRetry from "p-retry";
import { TrackClient } from "customerio-node";
import { again } from "./again";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

export const a = (id: string) => pRetry(() => cio.track(id, { name: "bought", data: { total: 1 } }));
//                                                                  ^^^^^^^^ hint[event-dedupe-id]: `p-retry` retries this event, which has no `id`: Customer.io counts the event twice if the failed request had already arrived
export const b = (id: string) => again(() => cio.trackAnonymous(id, { name: "seen" }));
//                                                                          ^^^^^^ hint[event-dedupe-id]: `again` retries this event, which has no `id`: Customer.io counts the event twice if the failed request had already arrived

export async function c(id: string) {
  const event = { name: "seen", timestamp: 1700000000 };
  for (let tries = 0; tries < 3; tries++) {
    try {
      await cio.track(id, event);
      //                  ^^^^^ hint[event-dedupe-id]: this loop retries this event, which has no `id`: Customer.io counts the event twice if the failed request had already arrived
      return;
    } catch (err: any) {
      if (err.statusCode < 500) throw err;
    }
  }
}
//- /src/again.ts
export async function again<T>(send: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await send();
    } catch (err: any) {
      if (err.statusCode < 500) throw err;
    }
  }
}
