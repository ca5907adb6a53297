import { APP, basic, bearer, get } from "./api";

export const a = () => fetch(`${APP}/campaigns`, { headers: { ...basic } });
//                                               ^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const b = () => fetch(`${APP}/campaigns`, { headers: basic });
//                                               ^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const c = () => fetch(`${APP}/campaigns`, { headers: bearer });
export const d = () => get("/campaigns");
//- /src/api.ts
export const APP = "https://api.customer.io/v1";
export const basic = { Authorization: `Basic ${btoa("a:b")}` };
//                                    ^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: the App API expects a bearer token, not Basic auth
export const bearer = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };
export const get = (path: string) => fetch(APP + path, { headers: basic });
