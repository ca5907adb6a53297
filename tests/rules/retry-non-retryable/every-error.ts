import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function looped(id: string) {
  for (let i = 0; i < 3; i++) {
    try {
      return await cio.identify(id, {});
    } catch (err: any) {
//    ^^^^^ warning[retry-non-retryable]: the request is retried after every error
      console.warn("again", err.message);
      await sleep(1000);
    }
  }
}

export async function recursive(id: string, left = 3): Promise<unknown> {
  try {
    return await cio.track(id, { name: "seen" });
  } catch (err) {
//  ^^^^^ warning[retry-non-retryable]: the request is retried after every error
    if (left === 0) throw err;
    await sleep(1000);
    return recursive(id, left - 1);
  }
}

class Customers {
  async again<T>(fn: () => Promise<T>): Promise<T> {
    let tries = 0;
    while (true) {
      try {
        return await fn();
      } catch (err) {
//      ^^^^^ info[retry-non-retryable]: the request is retried after every error
        if (++tries > 3) throw err;
      }
    }
  }
  async seen(id: string) {
    await this.again(() => cio.track(id, { name: "seen" }));
  }
}
export const customers = new Customers();
