import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
declare function sleep(ms: number): Promise<void>;

export async function a(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    await sleep((Number(err.response?.headers?.["retry-after"]) || 1) * 1000);
  }
}
export async function b(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    await sleep(Number(err.response?.headers?.["retry-after"] ?? 1) * 1000);
  }
}
export async function c(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    const pause = Number(err.response?.headers?.["retry-after"]) * 1000;
    await sleep(Number.isFinite(pause) ? pause : 1000);
  }
}
export async function d(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    await sleep(Number(err.response?.headers?.["retry-after"]) * 1000 || 1000);
  }
}
export async function e(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    if (err.response?.headers?.["retry-after"]) {
      await sleep(Number(err.response.headers["retry-after"]) * 1000);
    }
  }
}
export async function f(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    const after = err.response?.headers?.["retry-after"];
    await sleep(after ? parseInt(after) * 1000 : 1000);
  }
}
// Another header, and an error of something else.
export async function g(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    await sleep(Number(err.response?.headers?.["x-pause"]) * 1000);
  }
}
export async function h() {
  try {
    await fetch("https://example.com");
  } catch (err: any) {
    await sleep(Number(err.response?.headers?.["retry-after"]) * 1000);
  }
}
