import axios from "axios";
import nock from "nock";
import { http } from "msw";

const BASE = process.env.CUSTOMERIO_URL ?? "https://beta-api.customer.io/v1/api";
const SITE = `${process.env.CUSTOMERIO_SITE_ID}:${process.env.CUSTOMERIO_TRACK_API_KEY}`;
const basic = { Authorization: `Basic ${btoa(SITE)}` };
const bearer = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

// Right.
export const a = (id: string) => fetch(`https://track.customer.io/api/v1/customers/${id}`, { method: "PUT", headers: basic });
export const b = (mail: string) =>
  fetch(`https://api.customer.io/v1/customers?email=${encodeURIComponent(mail)}`, { headers: bearer });
export const c = () => axios.get("https://api-eu.customer.io/v1/campaigns", { headers: bearer });
export const d = () => axios.get("https://api.customer.io/v1/customers?email=jane%2Bshop%40example.com");
export const e = (body: string) =>
  fetch("https://cdp.customer.io/v1/identify", { method: "POST", body, headers: { Authorization: `Basic ${btoa("k:")}` } });
// A key of which nothing is known, and a newer one: the Track API takes those as bearer tokens.
export const f = (key: string) =>
  fetch("https://track.customer.io/api/v1/accounts/region", { headers: { Authorization: `Bearer ${key}` } });
export const g = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_API_KEY}` },
  });
// Not known what it is, another host, no request.
export const h = () => fetch(`${BASE}/campaigns`, { headers: basic });
export const i = () => fetch("https://fly.customer.io/v1/api/x", { headers: basic });
export const j = () => fetch("https://example.com/v1/api", { headers: basic });
export const k = "https://beta-api.customer.io/v1/api";
export const l = (url: string) => url.startsWith("https://beta-api.customer.io");
export const m = () => console.log("https://api.customer.io/v1/api");
// What answers in tests.
export const n = nock("https://beta-api.customer.io");
export const o = http.get("https://api.customer.io/v1/api/campaigns", () => new Response());
// Somebody's address that is no person.
export const p = () => fetch("https://api.customer.io/v1/campaigns?name=a+b@c", { headers: bearer });
