import axios from "axios";
import got from "got";
import ky from "ky";
import nodeFetch from "node-fetch";
import { request } from "undici";

declare function ok(response: Promise<unknown>): Promise<void>;

const BASE = "https://track.customer.io/api/v1";
const api = axios.create({ baseURL: "https://track-eu.customer.io/api/v1/", auth: { username: "a", password: "b" } });
const extended = got.extend({ prefixUrl: BASE });
const created = ky.create({ prefixUrl: `${BASE}/` });

export async function functions(id: string) {
  await ok(fetch(`${BASE}/customers/${encodeURIComponent(id)}`, {
    method: "PUT",
    body: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }),
  }));
  await ok(nodeFetch(BASE + "/customers/" + id, { method: "PUT", body: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }) }));
  await ok(globalThis.fetch(`${BASE}/events`, { method: "POST", body: JSON.stringify({ name: "seen", timestamp: Math.floor(Date.now() / 1000) }) }));
  await ok(request(new URL(`/api/v1/customers/${id}`, "https://track.customer.io"), {
    method: "put",
    body: JSON.stringify({ created_at: Math.floor(Date.now() / 1000) }),
  }));
  await got.put(`${BASE}/customers/${id}`, { json: { created_at: Math.floor(Date.now() / 1000) } });
  await axios.post(`${BASE}/customers/${id}/events`, { name: "seen", timestamp: Math.floor(Date.now() / 1000) });
  await axios({ method: "put", url: `${BASE}/customers/${id}`, data: { created_at: Math.floor(Date.now() / 1000) } });
  await axios.request({ method: "POST", baseURL: BASE, url: "events", data: { name: "seen", timestamp: Math.floor(Date.now() / 1000) } });
}
export async function instances(id: string) {
  await api.put(`/customers/${id}`, { created_at: Math.floor(Date.now() / 1000) });
  await api({ method: "post", url: `/customers/${id}/events`, data: { name: "seen", timestamp: Math.floor(Date.now() / 1000) } });
  await extended.post(`customers/${id}/events`, { json: { name: "seen", timestamp: Math.floor(Date.now() / 1000) } });
  await created.put(`customers/${id}`, { json: { created_at: Math.floor(Date.now() / 1000) } });
}
export async function bodies(id: string) {
  const body = JSON.stringify({ name: "seen", timestamp: Date.now() });
  await ok(fetch(`${BASE}/customers/${id}/events`, { method: "POST", body }));
  const init = { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) };
  await ok(fetch(`${BASE}/customers/${id}`, init));
  await ok(fetch("https://track.customer.io/api/v2/batch", {
    method: "POST",
    body: JSON.stringify({
      batch: [{ type: "person", action: "identify", identifiers: { id }, attributes: { created_at: Math.floor(Date.now() / 1000) } }],
    }),
  }));
  await ok(fetch("https://api.customer.io/v1/send/email", {
    method: "POST",
    body: JSON.stringify({ transactional_message_id: 1, to: "a@b.ch", identifiers: { id }, send_at: Math.floor(Date.now() / 1000) }),
  }));
}
// Right, or not known, or of someone else.
export async function silent(id: string, url: string, options: RequestInit, verb: string) {
  const seconds = Math.floor(Date.now() / 1000);
  await ok(fetch(`${BASE}/customers/${id}`, { method: "PUT", body: JSON.stringify({ created_at: seconds }) }));
  await ok(fetch(`https://example.com/customers/${id}`, { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch(url, { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch(`${url}/customers/${id}`, { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch(`${BASE}/customers/${id}`, { method: verb, body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch(`${BASE}/customers/${id}`, { ...options, body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch(`${BASE}/${id}`, { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch("/customers/1", { method: "PUT", body: JSON.stringify({ created_at: Date.now() }) }));
  await ok(fetch("https://cdp.customer.io/v1/track", { method: "POST", body: JSON.stringify({ timestamp: Date.now() }) }));
  await axios.create({ baseURL: "https://api.segment.io/v1" }).post("/track", { timestamp: Date.now() });
}
