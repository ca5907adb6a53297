import axios from "axios";
import got from "got";

const APP = "https://api.customer.io/v1";
const track = axios.create({
  baseURL: "https://track-eu.customer.io/api/v1",
  headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_TRACK_API_KEY}` },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Track API does not accept the Track API key as a bearer token
});

export const a = (key: string) =>
  fetch("https://api.customer.io/v1/campaigns", { headers: { Authorization: `Basic ${btoa(`${key}:`)}` } });
//                                                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const b = (body: unknown) =>
  axios.post(`${APP}/send/email`, body, { auth: { username: process.env.SITE_ID!, password: process.env.KEY! } });
//                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const c = (trackingKey: string) =>
  got.get(APP + "/segments", { headers: { authorization: "Bearer " + trackingKey } });
//                                                       ^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API does not accept the Track API key
export const d = (id: string, appApiKey: string) =>
  axios({
    method: "put",
    url: `https://track.customer.io/api/v1/customers/${encodeURIComponent(id)}`,
    headers: { Authorization: `Bearer ${appApiKey}` },
    //                        ^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the Track API does not accept the App API key as a bearer token
  });
export const e = () => track.get("/accounts/region");
