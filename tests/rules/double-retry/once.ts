//@ sdk = 5.2.0
import pLimit from "p-limit";
import pRetry from "p-retry";
import { cio as injected } from "./client";
import { TrackClient } from "customerio-node";

const off = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { maxRetries: 0 },
});
const unknown = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, injected.options);
const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const limit = pLimit(2);

export async function off3(id: string) {
  await pRetry(() => off.identify(id, {}));
  await pRetry(() => unknown.identify(id, {}));
  await pRetry(() => injected.identify(id, {}));
  await limit(() => cio.identify(id, {}));
}

// One after the other, not again.
export async function all(ids: string[]) {
  for (let i = 0; i < ids.length; i++) {
    try {
      await cio.identify(ids[i], {});
    } catch (err) {
      console.error(err);
    }
  }
  for (const id of ids) {
    try {
      await cio.identify(id, {});
      return;
    } catch (err) {
      console.error(err);
    }
  }
}

// Polls until it is there.
export async function poll(id: string) {
  while (true) {
    try {
      await cio.identify(id, {});
    } catch (err) {
      console.error(err);
      return;
    }
  }
}
//- /src/client.ts
export const cio: any = {};
