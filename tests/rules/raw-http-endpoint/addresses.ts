import axios from "axios";

const OLD = "https://api.customer.io/v1/api";
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[raw-http-endpoint]: `api.customer.io/v1/api` is an old address of the App API
const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export const a = (id: number) => fetch(`${OLD}/campaigns/${id}/triggers`, { method: "POST", headers });
export const b = () => fetch(`${OLD}/segments`, { headers });
export const c = () => axios.get("https://beta-api.customer.io/v1/api/campaigns", { headers });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[raw-http-endpoint]: `beta-api.customer.io/v1/api` is an old address
export const d = () => axios.get(`https://beta-api-eu.customer.io/v1/segments`, { headers });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[raw-http-endpoint]: `beta-api-eu.customer.io` is an old address
export const e = () => fetch("https://api.customer.io/v1/customers?email=jane+shop@example.com", { headers });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]: what names the person is not encoded here
export const f = () => fetch("https://api.customer.io/v1/customers/jane@example.com/attributes", { headers });
//                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[raw-http-endpoint]
