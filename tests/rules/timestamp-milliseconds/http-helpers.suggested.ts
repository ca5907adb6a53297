import { CustomerIO, request, send } from "./client";
import { api } from "./instance";

const cio = new CustomerIO(process.env.CIO_SITE_ID!, process.env.CIO_API_KEY!);

export async function signup(id: string) {
  await cio.identify(id, { created_at: Math.floor(Date.now() / 1000) });
  await cio.track(id, "signed_up", { at: 1 });
  await request("https://track.customer.io", `/api/v1/customers/${id}`, "PUT", { created_at: Math.floor(Date.now() / 1000) });
  await send({ path: `/customers/${id}`, method: "PUT", body: { created_at: Math.floor(Date.now() / 1000) } });
  await api.put(`/customers/${id}`, { created_at: Math.floor(Date.now() / 1000) });
  // Another host.
  await request("https://example.com", `/api/v1/customers/${id}`, "PUT", { created_at: Date.now() });
}
//- /src/client.ts
export class CustomerIO {
  private readonly base: string;
  constructor(
    private site: string,
    private key: string,
    region: "us" | "eu" = "us",
  ) {
    this.base = region === "eu" ? "https://track-eu.customer.io/api/v1" : "https://track.customer.io/api/v1";
  }
  private url(path: string) {
    return `${this.base}${path}`;
  }
  private get headers() {
    return { Authorization: `Basic ${Buffer.from(`${this.site}:${this.key}`).toString("base64")}` };
  }
  private async call<T>(method: "PUT" | "POST", path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.url(path), {
      method,
      headers: this.headers,
      body: body ? JSON.stringify(body) : undefined,
    });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as T;
  }
  identify(id: string, attributes: Record<string, unknown>) {
    return this.call("PUT", `/customers/${encodeURIComponent(id)}`, attributes);
  }
  track(id: string, name: string, data: object) {
    return this.call("POST", `/customers/${encodeURIComponent(id)}/events`, { name, data, timestamp: Math.floor(Date.now() / 1000) });
  }
}
export async function request(host: string, path: string, method = "GET", body?: object) {
  return fetch(host + path, { method, body: JSON.stringify(body) });
}
export const send = ({ path, method, body }: { path: string; method: string; body: object }) =>
  fetch(`https://track.customer.io/api/v1${path}`, { method, body: JSON.stringify(body) });
//- /src/instance.ts
import axios from "axios";

export const api = axios.create({ baseURL: process.env.CIO_URL ?? "https://track.customer.io/api/v1" });
