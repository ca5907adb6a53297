import axios from "axios";
import { APIClient } from "customerio-node";

const HOST = "https://api.customer.io/v1";
const TOKEN = "b19f3c7a0d2e4856b19f3c7a0d2e4856";
export const api = new APIClient(process.env.CUSTOMERIO_APP_API_KEY!);

export const a = () =>
  fetch("https://api.customer.io/v1/campaigns", {
    headers: { Authorization: "Bearer b19f3c7a0d2e4856b19f3c7a0d2e4856" },
    //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: an App API key is hardcoded: anyone who can read the repository can use it, and it stays in the history
  });
export const b = () => axios.get(`${HOST}/segments`, { headers: { authorization: `Bearer ${TOKEN}` } });
//                                                                               ^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]
export const c = axios.create({
  baseURL: "https://track.customer.io/api/v1",
  headers: { Authorization: "Basic N2MxZDBlOWZhMmIzNTg2NGQ3YzE6YTdmMGMzZDkxYjJlNGY1ODZhN2Y=" },
  //                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[hardcoded-credential]: a Site ID and a Track API key
});
// Another service, a variable, a placeholder.
export const d = () => fetch("https://api.example.com", { headers: { Authorization: `Bearer ${TOKEN}` } });
export const e = () => fetch(HOST, { headers: { Authorization: `Bearer ${process.env.CUSTOMERIO_APP_API_KEY}` } });
export const f = () => fetch(HOST, { headers: { Authorization: "Bearer YOUR_APP_KEY" } });
