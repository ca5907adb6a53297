import axios from "axios";

const BASE = "https://track.customer.io/api/v1";
const app = axios.create({ baseURL: "https://api-eu.customer.io/v1" });
const call = (path: string, method: string) => fetch(`${BASE}${path}`, { method });

export const a = (id: string) => fetch(`${BASE}/customer/${id}`, { method: "PUT" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customer/…`
export const b = (id: string) => fetch(`${BASE}/customers/${id}/event`, { method: "POST" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customers/…/event`
export const c = (id: string) => fetch(`https://track.customer.io/v1/customers/${id}`, { method: "PUT" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/v1/customers/…`
export const d = () => fetch("https://track.customer.io/api/v1/entity", { method: "POST" });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/entity`
export const e = () => app.post("/send/mail", {});
//                              ^^^^^^^^^^^^ warning[unknown-endpoint]: the App API has no endpoint `/v1/send/mail`
export const f = (id: string) => fetch(`${BASE}/customers/${id}`, { method: "POST" });
//                                     ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: `/api/v1/customers/…` does not accept `POST`
export const g = () => fetch("https://api.customer.io/v1/send/email", { method: "PUT" });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: `/v1/send/email` does not accept `PUT`
export const h = (id: string) => call(`/customers/${id}/event`, "POST");
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^ warning[unknown-endpoint]: the Track API has no endpoint `/api/v1/customers/…/event`
// Right, not known, or of someone else.
export const i = (id: string) => call(`/customers/${id}/events`, "POST");
export const j = (id: string, what: string) => fetch(`${BASE}/customers/${id}/${what}`, { method: "POST" });
export const k = () => app.get("/something/else");
export const l = () => app.patch("/campaigns/1", {});
export const m = () => fetch("https://example.com/api/v1/customer/1", { method: "PUT" });
export const n = (id: string) => fetch(`https://track.customer.io/unsubscribe/${id}`, { method: "POST" });
export const o = (id: string) => fetch(`${BASE}/customers/${id}/events?x=1`, { method: "POST" });
