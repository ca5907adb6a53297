//@ region = eu
import axios from "axios";

const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export const a = () => fetch("https://api-eu.customer.io/v1/segments", { headers });
export const b = () => axios.get("https://api-eu.customer.io/v1/apis", { headers });
// Another API has such paths.
export const c = () => fetch("https://track-eu.customer.io/v1/api/customers");
// Not sent.
export const e = "https://beta-api-eu.customer.io/v1/api";
export const f = (url = process.env.CUSTOMERIO_URL ?? "https://beta-api-eu.customer.io") => fetch(url, { headers });
