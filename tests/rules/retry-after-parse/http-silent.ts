import axios from "axios";
import { later } from "./later";

const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (count: number) => new Promise((resolve) => setTimeout(resolve, count * 1000));

export async function a() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await sleep((Number(res.headers.get("retry-after")) || 1) * 1000);
}
export async function b() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await seconds(Number(res.headers.get("retry-after")));
}
export async function c() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await later(Number(res.headers.get("retry-after")));
}
export async function d() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  const after = res.headers.get("retry-after");
  if (after) await sleep(Number.isNaN(Number(after)) ? new Date(after).getTime() - Date.now() : Number(after) * 1000);
}
// Another host, and another header.
export async function e() {
  const res = await fetch("https://example.com", { headers });
  if (res.status === 429) await sleep(Number(res.headers.get("retry-after")));
}
export async function f() {
  const res = await fetch("https://api.customer.io/v1/campaigns", { headers });
  if (res.status === 429) await sleep(Number(res.headers.get("x-ratelimit-reset-after")));
}
export async function g() {
  try {
    await axios.get("https://api.customer.io/v1/campaigns", { headers });
    await axios.get("https://example.com");
  } catch (err: any) {
    await sleep(Number(err.response.headers["retry-after"]));
  }
}
