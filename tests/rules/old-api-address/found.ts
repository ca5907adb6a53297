import axios from "axios";

const OLD = "https://api.customer.io/v1/api";
//          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[old-api-address]: `api.customer.io/v1/api` is an old address of the App API
const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export const a = (id: number) => fetch(`${OLD}/campaigns/${id}/triggers`, { method: "POST", headers });
export const b = () => fetch(`${OLD}/segments`, { headers });
export const c = () => axios.get("https://beta-api.customer.io/v1/api/campaigns", { headers });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[old-api-address]: `beta-api.customer.io/v1/api` is an old address
export const d = () => axios.get(`https://beta-api-eu.customer.io/v1/segments`, { headers });
//                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ info[old-api-address]: `beta-api-eu.customer.io` is an old address
