import { mayPass } from "./errors";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);

const AGAIN = [429, 500, 502, 503];
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function chosen(id: string) {
  for (let i = 0; i < 3; i++) {
    try {
      return await cio.identify(id, {});
    } catch (err: any) {
      if (!AGAIN.includes(err.statusCode)) throw err;
      await sleep(1000);
    }
  }
  for (;;) {
    try {
      return await cio.identify(id, {});
    } catch (err: any) {
      if (!mayPass(err)) throw err;
    }
  }
}

export async function byMessage(id: string) {
  for (;;) {
    try {
      return await cio.identify(id, {});
    } catch (err: any) {
      if (err.message.includes("Unauthorized")) throw err;
    }
  }
}

export async function mixed(id: string) {
  for (;;) {
    try {
      await fetch("https://example.com");
      return await cio.identify(id, {});
    } catch (err: any) {
      console.error(err);
    }
  }
}

export async function next(ids: string[]) {
  let at = 0;
  while (at < ids.length) {
    try {
      await cio.identify(ids[at++], {});
    } catch (err) {
      console.error(err);
    }
  }
}
