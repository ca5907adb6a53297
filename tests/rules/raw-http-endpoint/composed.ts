import axios from "axios";

const BASE = "https://track.customer.io/api/v1";
const app = axios.create({ baseURL: "https://api.customer.io/v1" });

export const a = (user: { email: string }) => fetch(`${BASE}/customers/${user.email}`, { method: "PUT" });
//                                                                       ^^^^^^^^^^ warning[raw-http-endpoint]: the person's identifier is not URL-encoded
export const b = (email: string) => app.get(`/customers?email=${email}`);
//                                                              ^^^^^ warning[raw-http-endpoint]: the person's identifier is not URL-encoded
export const c = () => app.get("/campaigns", { auth: { username: process.env.SITE!, password: process.env.KEY! } });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const d = (trackKey: string) =>
  fetch("https://cdp.customer.io/v1/track", { method: "POST", headers: { Authorization: `Bearer ${trackKey}` } });
//                                                                                      ^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Pipelines API does not accept the Track API key as a bearer token
// Encoded, or no address.
export const e = (user: { email: string }) => fetch(`${BASE}/customers/${encodeURIComponent(user.email)}`, { method: "PUT" });
export const f = (user: { id: string }) => fetch(`${BASE}/customers/${user.id}`, { method: "PUT" });
export const g = (email: string) => app.get("/customers", { params: { email } });
export const h = (email: string) => fetch(`https://example.com/customers/${email}`);
