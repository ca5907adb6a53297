import axios from "axios";
import timers from "node:timers/promises";
import { TrackClient } from "customerio-node";

const cio = new TrackClient(process.env.CUSTOMERIO_SITE_ID!, process.env.CUSTOMERIO_TRACK_API_KEY!);
const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function a() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await sleep(Number(res.headers.get("Retry-After")));
  //                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-parse]: `Retry-After` is in seconds, and is used as milliseconds
}
export async function b() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) {
    const after = res.headers.get("retry-after");
    //            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-parse]
    await timers.setTimeout(after ? parseInt(after, 10) : 1000);
  }
}
export async function c() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await sleep(Number(res.headers.get("retry-after")) * 1000);
  //                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[retry-after-parse]: this is 0 when the header is missing
}
export async function d() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await sleep(parseInt(res.headers.get("retry-after")!) * 1000);
  //                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint[retry-after-parse]: this is NaN when the header is missing
}
export async function e() {
  try {
    await axios.get("https://api.customer.io/v1/campaigns", { headers });
  } catch (err: any) {
    if (err.response?.status === 429) {
      await new Promise((resolve) => setTimeout(resolve, err.response.headers["retry-after"]));
      //                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-parse]
    }
  }
}
export async function f() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) {
    const until = new Date(res.headers.get("retry-after")!);
    //                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-parse]: `Retry-After` is a number of seconds, and is used as a date
    await sleep(until.getTime() - Date.now());
  }
}
export async function g(id: string) {
  try {
    await cio.identify(id, {});
  } catch (err: any) {
    await sleep(Number(err.response?.headers?.["retry-after"] ?? 1));
    //                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[retry-after-parse]: `Retry-After` is in seconds
  }
}
