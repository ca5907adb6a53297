import axios from "axios";

const OLD = "https://api.customer.io/v1";
const headers = { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` };

export const a = (id: number) => fetch(`${OLD}/campaigns/${id}/triggers`, { method: "POST", headers });
export const b = () => fetch(`${OLD}/segments`, { headers });
export const c = () => axios.get("https://api.customer.io/v1/campaigns", { headers });
export const d = () => axios.get(`https://api-eu.customer.io/v1/segments`, { headers });
