//@ region = eu
import axios from "axios";
import { TRACK } from "./hosts";

const app = axios.create({ baseURL: "https://api.customer.io/v1" });
//                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: this host is in the US, but the settings place the account in the EU
export const a = () => app.get("/segments");
export const b = (id: string, body: string) => fetch(`${TRACK}/customers/${id}`, { method: "PUT", body });
//                                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: this host is in the US, but the settings place the account in the EU
export const c = () => fetch("https://api-eu.customer.io/v1/segments");
export const d = () => fetch("https://cdp-eu.customer.io/v1/track", { method: "POST" });
//- /src/hosts.ts
export const TRACK = "https://track.customer.io/api/v1";
