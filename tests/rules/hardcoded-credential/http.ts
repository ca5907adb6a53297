import axios from "axios";

const key = "4f2b1c9d8e7a6053b1c2";
//          ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded
const api = axios.create({
  baseURL: "https://track.customer.io/api/v1",
  auth: { username: process.env.CIO_SITE_ID!, password: "9d8e7a6053b1c24f2b1c" },
//                                                      ^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Track API key is hardcoded
});
export const a = () => api.get("/accounts/region");
export const b = () =>
  fetch("https://track.customer.io/api/v1/accounts/region", {
    headers: { Authorization: `Basic ${btoa(`${process.env.CIO_SITE_ID}:${key}`)}` },
  });
export const c = () =>
  fetch("https://example.com", { headers: { Authorization: `Basic ${btoa(`${process.env.CIO_SITE_ID}:${key}`)}` } });
