// Options that another file sets on an instance that this one imports.
import { app, cdp, track, twice } from "./client";
import "./setup";

export const a = (id: string) => track.put(`/customers/${encodeURIComponent(id)}`, { created_at: Math.floor(Date.now() / 1000) });
export const b = () => app.get("/campaigns");
export const c = (userId: string) => cdp.post("/track", { userId, event: "Signed Up", timestamp: new Date().toISOString() });
export const d = (id: string) => twice.put(`/customer/${encodeURIComponent(id)}`, {});
//- /src/client.ts
import axios from "axios";
export const HOST = "https://track.customer.io";
export const track = axios.create({ timeout: 1000 });
export const app = axios.create({ baseURL: "https://api.customer.io/v1" });
export const cdp = axios.create();
export const twice = axios.create();
twice.defaults.baseURL = "https://track.customer.io/api/v1";
//- /src/setup.ts
import { app, cdp, track, HOST } from "./client";
track.defaults.baseURL = `${HOST}/api/v1`;
app.defaults.auth = { username: "", password: process.env.CUSTOMERIO_APP_API_KEY! };
cdp.interceptors.request.use((config) => {
  config.baseURL = "https://cdp.customer.io/v1";
  return config;
});
//- /src/other.ts
import { twice } from "./client";
export function toProxy() {
  twice.defaults.baseURL = "https://proxy.example.com";
}
