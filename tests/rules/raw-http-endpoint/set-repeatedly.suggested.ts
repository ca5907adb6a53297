// Options that are set more than once: the same each time, or one after the other while the module is loaded.
import axios from "axios";

const same = axios.create();
export function us() {
  same.defaults.baseURL = "https://track.customer.io/api/v1";
}
export function again() {
  same.defaults.baseURL = "https://track.customer.io/api/v1";
}
export const a = (id: string) => same.put(`/customers/${encodeURIComponent(id)}`, { plan: "pro" });

const last = axios.create();
last.defaults.baseURL = "https://example.com";
last.defaults.baseURL = "https://track.customer.io/api/v1";
export const b = (id: string) => last.put(`/customers/${encodeURIComponent(id)}`, { plan: "pro" });

// The order, or which of them counts, is not known.
const first = axios.create();
first.defaults.baseURL = "https://track.customer.io/api/v1";
first.defaults.baseURL = "https://example.com";
export const c = (id: string) => first.put(`/customer/${encodeURIComponent(id)}`, { plan: "pro" });
const some = axios.create();
some.defaults.baseURL = "https://example.com";
if (process.env.REGION === "us") some.defaults.baseURL = "https://track.customer.io/api/v1";
export const d = (id: string) => some.put(`/customer/${encodeURIComponent(id)}`, { plan: "pro" });
const between = axios.create();
between.defaults.baseURL = "https://example.com";
void between.put("/customer/1", { plan: "pro" }).catch(console.error);
between.defaults.baseURL = "https://track.customer.io/api/v1";
const each = axios.create();
each.defaults.baseURL = "https://track.customer.io/api/v1";
each.interceptors.request.use((config) => {
  config.baseURL = "https://example.com";
  return config;
});
export const e = (id: string) => each.put(`/customer/${encodeURIComponent(id)}`, { plan: "pro" });
