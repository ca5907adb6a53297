import axios from "axios";

const BASE = "https://track.customer.io/api/v1";
const app = axios.create({ baseURL: "https://api.customer.io/v1" });

export const a = (user: { email: string }) => fetch(`${BASE}/customers/${encodeURIComponent(user.email)}`, { method: "PUT" });
export const b = (email: string) => app.get(`/customers?email=${encodeURIComponent(email)}`);
export const c = () => app.get("/campaigns", { auth: { username: process.env.SITE!, password: process.env.KEY! } });
export const d = (trackKey: string) =>
  fetch("https://cdp.customer.io/v1/track", { method: "POST", headers: { Authorization: `Bearer ${trackKey}` } });
// Encoded, or no address.
export const e = (user: { email: string }) => fetch(`${BASE}/customers/${encodeURIComponent(user.email)}`, { method: "PUT" });
export const f = (user: { id: string }) => fetch(`${BASE}/customers/${user.id}`, { method: "PUT" });
export const g = (email: string) => app.get("/customers", { params: { email } });
export const h = (email: string) => fetch(`https://example.com/customers/${email}`);
