// Libraries that repeat refused requests, and functions that wait.
import axios from "axios";
import axiosRetry from "axios-retry";
import got from "got";
import ky from "ky";
import { send } from "./send";
import { api } from "./api";

const TRACK = "https://track.customer.io/api/v1";
const patient = axios.create({ baseURL: "https://api.customer.io/v1" });
axiosRetry(patient, { retries: 5 });

async function request(path: string) {
  for (let tries = 0; tries < 5; tries++) {
    const response = await fetch(`https://api.customer.io/v1${path}`);
    if (response.status !== 429) return response;
    await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** tries));
  }
}

export async function all(this: any, ids: string[]) {
  await Promise.all(ids.map((id) => ky.put(`${TRACK}/customers/${id}`, { json: { plan: "pro" } })));
  await Promise.all(ids.map((id) => got.put(`${TRACK}/customers/${id}`, { json: { plan: "pro" } })));
  await Promise.all(ids.map((id) => $fetch(`${TRACK}/customers/${id}`, { method: "PUT" })));
  await Promise.all(ids.map((id) => patient.get(`/customers/${id}/attributes`)));
  await Promise.all(ids.map((id) => request(`/customers/${id}/attributes`)));
  await Promise.all(ids.map((id) => send(`/customers/${id}/attributes`)));
  await Promise.all(ids.map((id) => api.get(`/customers/${id}/attributes`)));
  await Promise.all(ids.map((id) => this.http.get(`https://api.customer.io/v1/customers/${id}/attributes`)));
}
//- /src/send.ts
export const send = (path: string) => withRetries(() => fetch(`https://api.customer.io/v1${path}`));
//- /src/api.ts
import axios from "axios";

export const api = axios.create({ baseURL: "https://api.customer.io/v1" });
api.interceptors.response.use(undefined, async (error) => api.request(error.config));
