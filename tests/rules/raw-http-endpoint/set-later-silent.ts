// What is set more than once, on another instance or for another host, is not known.
import axios from "axios";

const chosen = axios.create();
export function use(eu: boolean) {
  if (eu) chosen.defaults.baseURL = "https://track-eu.customer.io/api/v1";
  else chosen.defaults.baseURL = "https://proxy.example.com";
}
export const a = (id: string) => chosen.put(`/customer/${id}`, { created_at: Date.now() });

const one = axios.create({ baseURL: "https://example.com" });
const two = axios.create();
two.defaults.baseURL = "https://track.customer.io/api/v1";
export const b = (id: string) => one.put(`/customer/${id}`, { created_at: Date.now() });
export const c = (id: string) => two.put(`https://example.com/customer/${id}`, { created_at: Date.now() });

const changed = axios.create({ baseURL: "https://track.customer.io/api/v1" });
changed.interceptors.request.use((config) => {
  config.baseURL = "https://example.com";
  return config;
});
export const d = (id: string) => changed.put(`/customer/${id}`, { created_at: Date.now() });

const basic = axios.create({ baseURL: "https://track.customer.io/api/v1" });
basic.interceptors.request.use((config) => {
  config.headers.Authorization = `Basic ${btoa(`${process.env.CUSTOMERIO_SITE_ID}:${process.env.CUSTOMERIO_TRACK_API_KEY}`)}`;
  return config;
});
export const e = (id: string) => basic.put(`/customers/${encodeURIComponent(id)}`, { plan: "pro" });

// An interceptor of something else.
declare const api: any;
api.interceptors.request.use((config: any) => {
  config.baseURL = "https://track.customer.io/api/v1";
  return config;
});
export const f = (id: string) => api.put(`/customer/${id}`, { created_at: Date.now() });
