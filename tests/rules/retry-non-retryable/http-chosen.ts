import axios from "axios";
import axiosRetry from "axios-retry";
import got from "got";
import ky from "ky";
import pRetry, { AbortError } from "p-retry";
import retry from "async-retry";
import { mayPass } from "./status";

const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

// The status decides.
export async function a(body: unknown) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (res.ok) return res.json();
    if (res.status !== 429 && res.status < 500) throw new Error(`Customer.io: ${res.status}`);
    await sleep(1000);
  }
}
export async function b(body: unknown) {
  for (;;) {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (res.ok) return res.json();
    if (!mayPass(res)) throw new Error("failed");
    await sleep(1000);
  }
}
export async function c(body: unknown, left = 3): Promise<Response> {
  const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
  if (!res.ok && [429, 503].includes(res.status) && left > 0) return c(body, left - 1);
  return res;
}
// Only broken connections are retried.
export async function d(body: unknown) {
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    } catch (err) {
      if (attempt === 3) throw err;
    }
  }
}
// A failure ends it.
export async function e() {
  const all = [];
  let start = "";
  for (;;) {
    const res = await fetch(`https://api.customer.io/v1/campaigns?start=${start}`, { headers });
    if (!res.ok) throw new Error(`Customer.io: ${res.status}`);
    const page = await res.json();
    all.push(...page.campaigns);
    if (!page.next) return all;
    start = page.next;
  }
}
// The next one is another request.
export async function f(ids: string[]) {
  for (let i = 0; i < ids.length; i++) {
    const id = ids[i];
    const res = await fetch(`https://api.customer.io/v1/customers/${id}/attributes`, { headers });
    if (res.ok) return res.json();
  }
}
export async function g(queue: string[]) {
  while (queue.length > 0) {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: queue.shift() });
    if (!res.ok) {
      console.error(res.status);
      continue;
    }
    if (queue.length === 1) return;
  }
}
export async function h(page = 1): Promise<unknown> {
  const res = await fetch(`https://api.customer.io/v1/newsletters?page=${page}`, { headers });
  if (!res.ok) return h(page + 1);
  return res.json();
}
// The error tells.
export async function i(body: unknown) {
  for (;;) {
    try {
      const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
      if (res.status >= 500) throw new Error(`Customer.io: ${res.status}`);
      return res;
    } catch (err) {
      await sleep(1000);
    }
  }
}
export async function j(body: unknown) {
  for (;;) {
    try {
      return await axios.post("https://api.customer.io/v1/send/email", body, { headers });
    } catch (err) {
      if (axios.isAxiosError(err) && err.response && err.response.status < 500) throw err;
    }
  }
}
export async function k(body: unknown) {
  for (;;) {
    try {
      return await axios.post("https://api.customer.io/v1/send/email", body, { headers, validateStatus: (code) => code < 500 });
    } catch (err) {
      await sleep(1000);
    }
  }
}
export const l = (body: unknown) =>
  pRetry(async () => {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (!res.ok) throw new AbortError(`Customer.io: ${res.status}`);
  });
export const m = (body: unknown) =>
  pRetry(() => axios.post("https://api.customer.io/v1/send/email", body, { headers }), {
    retries: 5,
    shouldRetry: (err: any) => err.response?.status === 429,
  });
export const n = (body: unknown) =>
  retry(async (bail) => {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (!res.ok) {
      if (res.status < 500) return bail(new Error("rejected"));
      throw new Error("again");
    }
  });
const api = axios.create({ baseURL: "https://api.customer.io/v1", headers });
axiosRetry(api, { retries: 5 });
axiosRetry(api, { retries: 5, retryCondition: axiosRetry.isRetryableError });
export const o = (body: unknown) => api.post("/send/email", body);
const other = axios.create({ baseURL: "https://example.com" });
axiosRetry(other, { retries: 5, retryCondition: () => true });
export const p = () => other.get("/");
export const q = (body: object) => got.post("https://api.customer.io/v1/send/email", { json: body, headers, retry: { statusCodes: [429, 500, 503] } });
// `POST` is sent once.
export const once = (body: object) =>
  got.post("https://api.customer.io/v1/send/email", { json: body, headers, retry: { statusCodes: [400] } });
export const r = () => ky.get("https://api.customer.io/v1/campaigns", { headers }).json();
// Another host.
export async function s() {
  for (let attempt = 0; attempt < 5; attempt++) {
    const res = await fetch("https://example.com");
    if (res.ok) return res.json();
    await sleep(1000);
  }
}
// Until something is done, not until the request succeeds.
export async function t(id: string) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const res = await fetch(`https://api.customer.io/v1/exports/${id}`, { headers });
    if (res.ok) {
      const { export: made } = await res.json();
      if (made.status === "done") return made;
    } else {
      throw new Error(`Customer.io: ${res.status}`);
    }
    await sleep(1000);
  }
}
// Some failures alone are thrown.
export async function u(body: unknown) {
  for (;;) {
    try {
      const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
      if (!res.ok) {
        if (mayPass(res)) throw new Error("again");
        return null;
      }
      return await res.json();
    } catch {
      await sleep(1000);
    }
  }
}
