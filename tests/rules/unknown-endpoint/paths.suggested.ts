import axios from "axios";

const BASE = "https://track.customer.io/api/v1";
const app = axios.create({ baseURL: "https://api-eu.customer.io/v1" });
const call = (path: string, method: string) => fetch(`${BASE}${path}`, { method });

export const a = (id: string) => fetch(`${BASE}/customers/${id}`, { method: "PUT" });
export const b = (id: string) => fetch(`${BASE}/customers/${id}/events`, { method: "POST" });
export const c = (id: string) => fetch(`https://track.customer.io/v1/customers/${id}`, { method: "PUT" });
export const d = () => fetch("https://track.customer.io/api/v2/entity", { method: "POST" });
export const e = () => app.post("/send/email", {});
export const f = (id: string) => fetch(`${BASE}/customers/${id}`, { method: "POST" });
export const g = () => fetch("https://api.customer.io/v1/send/email", { method: "PUT" });
export const h = (id: string) => call(`/customers/${id}/events`, "POST");
// Right, not known, or of someone else.
export const i = (id: string) => call(`/customers/${id}/events`, "POST");
export const j = (id: string, what: string) => fetch(`${BASE}/customers/${id}/${what}`, { method: "POST" });
export const k = () => app.get("/something/else");
export const l = () => app.patch("/campaigns/1", {});
export const m = () => fetch("https://example.com/api/v1/customer/1", { method: "PUT" });
export const n = (id: string) => fetch(`https://track.customer.io/unsubscribe/${id}`, { method: "POST" });
export const o = (id: string) => fetch(`${BASE}/customers/${id}/events?x=1`, { method: "POST" });
