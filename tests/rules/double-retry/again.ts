//@ sdk = 5.2.0
import retry from "async-retry";
import { backOff } from "exponential-backoff";
import pRetry from "p-retry";
import { APIClient, RegionEU, TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, { region: RegionEU });
const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);
const once = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!, {
  retry: { retryStatusCodes: [429] },
});
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function looped(id: string) {
  for (let i = 0; i < 3; i++) {
    try {
      await cio.identify(id, {});
//          ^^^^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and this loop sends it again as well: the tries of both multiply
      break;
    } catch (err: any) {
      if (err.statusCode !== 429) throw err;
      await sleep(1000);
    }
  }
}

export async function recursive(id: string, left = 3): Promise<void> {
  try {
    await cio.track(id, { name: "seen" });
//        ^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and `recursive` sends it again as well: the tries of both multiply
  } catch (err: any) {
    if (left === 0 || err.statusCode < 500) throw err;
    return recursive(id, left - 1);
  }
}

async function withBackoff<T>(fn: () => Promise<T>, maxRetries = 3): Promise<T> {
  for (let i = 0; i <= maxRetries; i++) {
    try {
      return await fn();
    } catch (err: any) {
      if (err.statusCode === 429 && i < maxRetries) {
        await sleep(1000);
        continue;
      }
      throw err;
    }
  }
  throw new Error("Max retries exceeded");
}

export async function helped(id: string) {
  await withBackoff(() => once.identify(id, {}));
//                        ^^^^^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and `withBackoff` sends it again as well: the tries of both multiply
  await withBackoff(async () => {
    await api.getCustomersByEmail("ada@example.com");
//        ^^^^^^^^^^^^^^^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and `withBackoff` sends it again as well: the tries of both multiply
  });
  await pRetry(() => cio.identify(id, {}), { retries: 3 });
//                   ^^^^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and `p-retry` sends it again as well: the tries of both multiply
  await retry(async () => cio.identify(id, {}));
//                        ^^^^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and `async-retry` sends it again as well: the tries of both multiply
  await backOff(() => cio.identify(id, {}));
//                    ^^^^^^^^^^^^ warning[double-retry]: the SDK repeats a failed request up to 3 times by itself since 5.0, and `exponential-backoff` sends it again as well: the tries of both multiply
}
