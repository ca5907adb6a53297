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
//          ^^^^^^^^^^^^ warning[double-retry]: this loop retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
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
//        ^^^^^^^^^ warning[double-retry]: `recursive` retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
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
//                        ^^^^^^^^^^^^^ warning[double-retry]: `withBackoff` retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
  await withBackoff(async () => {
    await api.getCustomersByEmail("ada@example.com");
//        ^^^^^^^^^^^^^^^^^^^^^^^ warning[double-retry]: `withBackoff` retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
  });
  await pRetry(() => cio.identify(id, {}), { retries: 3 });
//                   ^^^^^^^^^^^^ warning[double-retry]: `p-retry` retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
  await retry(async () => cio.identify(id, {}));
//                        ^^^^^^^^^^^^ warning[double-retry]: `async-retry` retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
  await backOff(() => cio.identify(id, {}));
//                    ^^^^^^^^^^^^ warning[double-retry]: `exponential-backoff` retries a request that the SDK already retries: the SDK itself retries up to 3 times since 5.0, so the attempts multiply
}
