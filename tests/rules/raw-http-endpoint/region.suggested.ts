//@ region = eu
import axios from "axios";
import { TRACK } from "./hosts";

const app = axios.create({ baseURL: "https://api-eu.customer.io/v1" });
export const a = () => app.get("/segments");
export const b = (id: string, body: string) => fetch(`${TRACK}/customers/${id}`, { method: "PUT", body });
export const c = () => fetch("https://api-eu.customer.io/v1/segments");
export const d = () => fetch("https://cdp-eu.customer.io/v1/track", { method: "POST" });
//- /src/hosts.ts
export const TRACK = "https://track.customer.io/api/v1";
