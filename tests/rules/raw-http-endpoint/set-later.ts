// Options that are set on the library, or on an instance of it, after it was made.
import axios, { type AxiosInstance } from "axios";
import superagent from "superagent";
import { other } from "./other";

axios.defaults.baseURL = "https://track.customer.io/api/v1";
axios.defaults.headers.common["Authorization"] = `Bearer ${process.env.CUSTOMERIO_TRACK_API_KEY}`;
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Track API does not accept the Track API key as a bearer token
export const a = (id: string) => axios.put(`/customers/${encodeURIComponent(id)}`, { created_at: Date.now() });
//                                                                                               ^^^^^^^^^^ error[timestamp-milliseconds]: in milliseconds

const api = axios.create({ timeout: 1000 });
api.defaults.baseURL = "https://api.customer.io/v1";
api.defaults.auth = { username: "", password: process.env.CUSTOMERIO_APP_API_KEY! };
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const b = () => api.get("/campaignz");
//                             ^^^^^^^^^^^^ warning[unknown-endpoint]: the App API has no endpoint `/v1/campaignz`

const intercepted = axios.create();
intercepted.interceptors.request.use((config) => {
  config.baseURL = "https://track.customer.io/api/v1";
  config.headers.set("Authorization", `Bearer ${process.env.CUSTOMERIO_TRACK_API_KEY}`);
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Track API does not accept the Track API key as a bearer token
  return config;
});
export const c = (id: string) => intercepted.put(`/customer/${encodeURIComponent(id)}`, { plan: "pro" });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`

export class Client {
  private readonly http: AxiosInstance;
  constructor(key: string) {
    this.http = axios.create({ timeout: 1000 });
    this.http.interceptors.request.use((config) => ({
      ...config,
      baseURL: "https://cdp.customer.io/v1",
      headers: { ...config.headers, Authorization: "Bearer " + process.env.CUSTOMERIO_TRACK_API_KEY },
//                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Pipelines API does not accept the Track API key as a bearer token
    }));
  }
  track(userId: string) {
    return this.http.post("/track", { userId, event: "Signed Up", timestamp: Date.now() });
//                                                                           ^^^^^^^^^^ warning[pipelines-timestamp]: `timestamp` is a number of milliseconds, not an ISO 8601 string
  }
}

const named = axios.create({ baseURL: "https://track.customer.io/api/v1" });
named.interceptors.request.use(authorize);
function authorize(config: any) {
  config.headers.authorization = `Bearer ${process.env.CUSTOMERIO_TRACK_API_KEY}`;
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Track API does not accept the Track API key as a bearer token
  return config;
}
export const d = (id: string) => named.put(`/customers/${encodeURIComponent(id)}`, { plan: "pro" });
export const e = (id: string) => other.put(`/customer/${encodeURIComponent(id)}`, { plan: "pro" });
//                                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`

// The methods of superagent, in any order.
export const f = (id: string) =>
  superagent
    .put(`https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}`)
    .send({ plan: "pro" })
    .set("Authorization", `Bearer ${process.env.CUSTOMERIO_TRACK_API_KEY}`);
//                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Track API does not accept the Track API key as a bearer token
export const g = () => superagent.get("https://api.customer.io/v1/campaigns").auth("", process.env.CUSTOMERIO_APP_API_KEY!);
//                                                                                 ^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const h = (id: string) =>
  superagent.delete(`https://track.customer.io/api/v1/customer/${encodeURIComponent(id)}`).auth("site", "key");
//                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`
//- /src/other.ts
import axios from "axios";

export const other = axios.create();
other.defaults.baseURL = "https://track.customer.io/api/v1";
