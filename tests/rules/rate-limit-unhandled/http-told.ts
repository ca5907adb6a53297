// Libraries that send requests again are told not to, or do so for other verbs alone.
import axios from "axios";
import got from "got";
import ky from "ky";

const APP = "https://api.customer.io/v1";
const SEND = `${APP}/send/email`;
const message = { transactional_message_id: 1, to: "ada@example.com", identifiers: { id: "42" } };
const api = axios.create({ baseURL: APP });
api.interceptors.request.use((config) => {
  config.headers.Authorization = `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}`;
  return config;
});

export async function once(this: any, ids: string[]) {
  await Promise.all(ids.map((id) => got.get(`${APP}/customers/${id}/attributes`, { retry: { limit: 0 } })));
  //                                ^^^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
  await Promise.all(ids.map((id) => ky.get(`${APP}/customers/${id}/attributes`, { retry: 0 })));
  //                                ^^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
  await Promise.all(ids.map(() => got.post(SEND, { json: message })));
  //                              ^^^^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
  await Promise.all(ids.map((id) => api.get(`/customers/${id}/attributes`)));
  //                                ^^^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
  await Promise.all(ids.map((id) => this.helpers.httpRequest({ method: "GET", url: `${APP}/customers/${id}/attributes` })));
  //                                ^^^^^^^^^^^^^^^^^^^^^^^^ warning[rate-limit-unhandled]: this request is sent for all elements at once
}

export async function again(ids: string[], options: any) {
  await Promise.all(ids.map((id) => got.get(`${APP}/customers/${id}/attributes`)));
  await Promise.all(ids.map((id) => got.get(`${APP}/customers/${id}/attributes`, { retry: { limit: 3 } })));
  await Promise.all(ids.map((id) => ky.get(`${APP}/customers/${id}/attributes`, { retry: 5 })));
  await Promise.all(ids.map(() => ky.post(SEND, { json: message, retry: { limit: 3, methods: ["post"] } })));
  await Promise.all(ids.map(() => got.post(SEND, { json: message, ...options })));
}
