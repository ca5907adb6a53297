import axios from "axios";

const key = process.env.CUSTOMERIO_TRACK_API_KEY!;
const api = axios.create({
  baseURL: "https://track.customer.io/api/v1",
  auth: { username: process.env.CIO_SITE_ID!, password: process.env.CUSTOMERIO_TRACK_API_KEY! },
});
export const a = () => api.get("/accounts/region");
export const b = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: `Basic ${btoa(`${process.env.CIO_SITE_ID}:${key}`)}` },
  });
export const c = () =>
  fetch("https://example.com", { headers: { Authorization: `Basic ${btoa(`${process.env.CIO_SITE_ID}:${key}`)}` } });
