import axios from "axios";
import got from "got";
import ky from "ky";
import pRetry from "p-retry";
import retry from "async-retry";

const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function untilOk(body: unknown) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (res.ok) return res.json();
    //  ^^^^^^ warning[retry-non-retryable]: the request is retried whatever the status is
    console.warn(`failed with ${res.status}: ${await res.text()}`);
    await sleep(1000 * attempt);
  }
  throw new Error("gave up");
}

export async function forEver(body: unknown) {
  while (true) {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (!res.ok) {
    //   ^^^^^^ warning[retry-non-retryable]
      await sleep(1000);
      continue;
    }
    return await res.json();
  }
}

export async function byStatus(body: unknown) {
  let result = null;
  let left = 3;
  while (left-- > 0) {
    const res = await fetch("https://api.customer.io/v1/send/push", { method: "POST", headers, body: JSON.stringify(body) });
    if (res.status === 200) {
    //  ^^^^^^^^^^^^^^^^^^ warning[retry-non-retryable]
      result = await res.json();
      break;
    } else {
      await sleep(500);
    }
  }
  return result;
}

export async function again(body: unknown, left = 3): Promise<Response> {
  const res = await fetch("https://api.customer.io/v1/send/sms", { method: "POST", headers, body: JSON.stringify(body) });
  if (!res.ok && left > 0) {
  //   ^^^^^^ warning[retry-non-retryable]
    await sleep(1000);
    return again(body, left - 1);
  }
  return res;
}

export async function thrown(body: unknown) {
  for (let attempt = 1; ; attempt++) {
    try {
      const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
      if (!res.ok) throw new Error(`Customer.io: ${res.status}`);
      return await res.json();
    } catch (err) {
    //^^^^^ warning[retry-non-retryable]: the request is retried after every error
      if (attempt === 5) throw err;
      await sleep(1000 * attempt);
    }
  }
}

export async function byAxios(body: unknown) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await axios.post("https://api.customer.io/v1/send/email", body, { headers });
    } catch (err: any) {
    //^^^^^ warning[retry-non-retryable]
      console.error(err.message);
      if (attempt === 5) throw err;
    }
  }
}

export async function inHelper(body: unknown) {
  return withRetries(async () => {
    const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
    if (!res.ok) throw new Error(`Customer.io: ${res.status}`);
    return res.json();
  });
}
async function withRetries<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await send();
    } catch (err) {
    //^^^^^ warning[retry-non-retryable]
      if (attempt === 3) throw err;
      await sleep(1000);
    }
  }
}

export const byPackage = (body: unknown) =>
  pRetry(() => axios.post("https://api.customer.io/v1/send/email", body, { headers }), { retries: 5 });
//^^^^^^ warning[retry-non-retryable]: `p-retry` retries the request after every error

export async function byOtherPackage(body: unknown) {
  await retry(
  //    ^^^^^ warning[retry-non-retryable]: `async-retry` retries the request after every error
    async () => {
      const res = await fetch("https://api.customer.io/v1/send/email", { method: "POST", headers, body: JSON.stringify(body) });
      if (!res.ok) throw new Error(`Customer.io: ${res.status}`);
    },
    { retries: 3, minTimeout: 500 },
  );
}

export const byGot = (body: object) =>
  got.post("https://api.customer.io/v1/send/email", { json: body, headers, retry: { methods: ["POST"], statusCodes: [401, 429] } });
//                                                                                                                   ^^^ warning[retry-non-retryable]: the request is retried after 401
export const byKy = () =>
  ky.get("https://api.customer.io/v1/campaigns", { headers, retry: { limit: 3, statusCodes: [400, 429] } }).json();
//                                                                                           ^^^ warning[retry-non-retryable]: the request is retried after 400
